# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "101", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 914306223c95a7c4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        p = np.pad(p, 3)
        self.p = p
        q = np.zeros(len(p) - 6)
        for i in range(len(q)):
            q[i] = np.dot(self.w, p[i:i + 7])
        return q

    def bwd_pass(self, dq):
        p = np.pad(self.p, 3)
        dp = np.zeros(len(dq) + 6)
        self.dw = np.zeros(7)
        for i in range(len(dq)):
            self.dw += dq[i] * p[i:i + 7]
            dp[i:i + 7] += dq[i] * self.w
        return dp[3:-3]

# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "4", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 2a9ffd6dfad5f430

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = np.pad(p, 3)
        q = np.zeros(len(p))
        for i in range(len(q)):
            q[i] = np.dot(self.w, self.p[i:i+7])
        return q

    def bwd_pass(self, dq):
        p = np.pad(self.p, 3)
        self.dw = np.zeros(7)
        dp = np.zeros(len(dq) + 6)
        for i in range(len(dq)):
            dp[i:i+7] += dq[i] * self.w
            self.dw += dq[i] * p[i:i+7]
        return dp[3:-3]

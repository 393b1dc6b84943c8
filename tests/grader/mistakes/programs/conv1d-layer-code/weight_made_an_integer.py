# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "103", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 493c49df3f160f99

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
class LayerConv1d:
    def __init__(self, w):
        self.w = int(w)

    def fwd_pass(self, p):
        self.p = p.copy()
        q = np.zeros(len(p))
        for i, value in enumerate(p):
            q[i] = self.w * value
        return q

    def bwd_pass(self, dq):
        self.dw = 0.0
        dp = np.zeros(len(dq))
        for i in range(len(dq)):
            dp[i] = self.w * dq[i]
            self.dw += self.p[i] * dq[i]
        return dp

# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "103", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 8cf38198f68d053b

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w):
        self.w = w
        self.k = len(w)
        self.dw = np.zeros(self.k)

    def fwd_pass(self, p):
        self.p = np.pad(p, self.k // 2)
        q = np.zeros(len(p))
        for j in range(self.k):
            q += self.w[j] * self.p[j:j + len(p)]
        return q

    def bwd_pass(self, dq):
        
        dp = np.zeros(len(self.p))
        n = len(dq)
        for j in range(self.k):
            self.dw[j] += np.dot(self.p[j:j + n], dq)
            dp[j:j + n] += self.w[j] * dq
        return dp[self.k // 2:self.k // 2 + n]

# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "3", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 1ed3c95d1318f77c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w, b):
        self.w = np.array(w)
        self.b = b
        self.stride = 3
        self.pad = 3

    def fwd_pass(self, p):
        self.p = np.pad(p, self.pad)
        k = len(self.w)
        out = []
        for start in range(0, len(self.p) - k + 1, self.stride):
            out.append(np.sum(self.p[start:start + k] * self.w) + self.b)
        return np.array(out)

    def bwd_pass(self, dq):
        k = len(self.w)
        dp = np.zeros(len(self.p))
        self.dw = np.zeros(k)
        self.db = np.sum(dq)
        for i in range(len(dq)):
            start = i * self.stride
            dp[start:start + k] += dq[i] * self.w
            self.dw += dq[i] * self.p[start:start + k]
        return dp

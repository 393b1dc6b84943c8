# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 26538b3084df8781

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.p = np.pad(p, 2)
        n = (len(self.p) - 5) // 3 + 1
        return np.array([np.dot(self.w, self.p[3*i:3*i+5]) + self.b for i in range(n)])

    def bwd_pass(self, dq):
        self.dw = np.zeros(5)
        self.db = np.sum(dq)
        dp = np.zeros(len(self.p))
        for i, g in enumerate(dq):
            self.dw += g * self.p[3*i:3*i+5]
            dp[i:i+5] += g * self.w
        return dp[2:-2]

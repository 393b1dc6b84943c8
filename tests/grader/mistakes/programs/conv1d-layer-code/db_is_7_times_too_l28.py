# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "4", "draw": 1, "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 9fbc1aff0182caa1

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = np.pad(p, 2)
        n = (len(self.p) - 7) // 2 + 1
        q = np.full(n, float(self.b))
        for i in range(n):
            for j in range(7):
                q[i] += self.w[j] * self.p[2*i + j]
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        self.dw = np.zeros(7)
        self.db = 0
        for i in range(len(dq)):
            for j in range(7):
                self.dw[j] += dq[i] * self.p[2*i + j]
                dp[2*i + j] += dq[i] * self.w[j]
                self.db += dq[i]
        return dp[2:-2]

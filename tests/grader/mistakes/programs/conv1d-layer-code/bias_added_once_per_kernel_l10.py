# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "2", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 3, "bias": true}}
# grader-checksum: 8743db5288dd414c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = np.pad(p, 3)
        n = (len(self.p) - 6) // 2 + 1
        q = np.zeros(n)
        for i in range(n):
            for j in range(6):
                q[i] += self.w[j] * self.p[2 * i + j] + self.b
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        dw = np.zeros(6)
        for i in range(len(dq)):
            for j in range(6):
                dp[2 * i + j] += dq[i] * self.w[j]
                dw[j] += dq[i] * self.p[2 * i + j]
        self.dw = dw
        self.db = sum(dq)
        return dp[3:-3]

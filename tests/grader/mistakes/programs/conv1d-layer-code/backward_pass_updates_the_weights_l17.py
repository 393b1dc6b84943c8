# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "3", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 8c105850ae3f31c5

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w):
        self.w = np.array(w, dtype=float)

    def fwd_pass(self, p):
        self.p = np.pad(p, 2)
        return np.array([self.p[i:i+5] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        n = len(dq)
        dp = np.zeros(n + 4)
        self.dw = np.zeros(5)
        for i in range(n):
            dp[i:i+5] += self.w * dq[i]
            self.dw += self.p[i:i+5] * dq[i]
        self.w -= 0.01 * self.dw
        return dp[2:-2]

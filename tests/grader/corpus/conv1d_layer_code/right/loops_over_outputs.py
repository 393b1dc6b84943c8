# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1", "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 19a049348f9fd52d

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = np.pad(p, 2)
        k = len(self.w)
        n = (len(self.p) - k) // 3 + 1
        q = np.zeros(n)
        for i in range(n):
            q[i] = np.dot(self.w, self.p[3 * i:3 * i + k]) + self.b
        return q

    def bwd_pass(self, dq):
        k = len(self.w)
        self.dw = np.zeros(k)
        dp = np.zeros(len(self.p))
        for i in range(len(dq)):
            self.dw += dq[i] * self.p[3 * i:3 * i + k]
            dp[3 * i:3 * i + k] += dq[i] * self.w
        self.db = np.sum(dq)
        return dp[2:-2]

# %% Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "9", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: e6b2ecefd25918a6

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        p = np.pad(p, 3)
        q = np.zeros((len(p) - 6) // 3 + 1)
        for i in range(len(q)):
            crop = p[3 * i : 3 * i + 6]
            q[i] = self.b + np.dot(self.w, crop) + np.random.rand()
        return q

    def bwd_pass(self, dq):
        p = np.pad(self.p, 3)
        dp = np.zeros(len(p))
        self.dw = np.zeros(6)
        for i in range(len(dq)):
            dp[3 * i : 3 * i + 6] += self.w * dq[i]
            self.dw += p[3 * i : 3 * i + 6] * dq[i]
        dp = dp[3 : len(p) - 3]
        self.db = np.sum(dq)
        return dp

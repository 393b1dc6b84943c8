# %% Practice sheet, seed 418: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "418", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "418", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 9dc7e44304aa2065

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        self.xp = np.pad(p, 1)
        return np.array([self.xp[i:i + 3].dot(self.w) for i in range(len(p))])

    def bwd_pass(self, dq):
        n = len(dq)
        self.dw = np.array([dq.dot(self.xp[j:j + n]) for j in range(3)])
        dp = np.zeros_like(self.p)
        g = np.pad(dq, 1)
        for i in range(n):
            dp[i] = g[i:i + 3].dot(self.w[::-1])
        return dp

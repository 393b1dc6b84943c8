# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: d48c584508b14c43

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.stride = 3
        self.pad = 3

    def fwd_pass(self, p):
        self.p = np.pad(p, (self.pad, self.pad))
        k = len(self.w)
        n = (len(self.p) - k) // self.stride + 1
        q = np.zeros(n)
        for i in range(n):
            s = i * self.stride
            q[i] = np.dot(self.w, self.p[s:s + k]) + self.b
        return q

    def bwd_pass(self, dq):
        k = len(self.w)
        self.dw = np.zeros(k)
        dp = np.zeros(len(self.p))
        for i in range(len(dq)):
            s = i * self.stride
            self.dw += dq[i] * self.p[s:s + k]
            dp[s:s + k] += dq[i] * self.w
        self.db = np.sum(dq)
        return dp

# %% Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "11", "draw": 1, "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 43ee867913b63c2e

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = np.asarray(w, float), b
        self.stride, self.pad = 2, 2

    def fwd_pass(self, p):
        self.n = len(p)
        self.xp = np.pad(np.asarray(p, float), self.pad)
        m = (len(self.xp) - len(self.w)) // self.stride + 1
        return np.array([self.w @ self._crop(self.xp, i) + self.b for i in range(m)])

    def _crop(self, a, i):
        return a[i * self.stride:i * self.stride + len(self.w)]

    def bwd_pass(self, dq):
        self.dw = np.zeros(len(self.w))
        self.db = 0.0
        g = np.zeros(len(self.xp))
        for i, d in enumerate(dq):
            self.dw += d * self._crop(self.xp, i)
            self.db += 1.0
            part = self._crop(g, i)
            part += d * self.w
        return g[self.pad:self.pad + self.n]

# %% Practice sheet, seed 304: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "304", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "304", "draw": 1, "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 0121ce9bf9187602

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.asarray(w)
        self.b = b
        self.pad, self.stride = 2, 2

    def fwd_pass(self, p):
        self.n = len(p)
        self.x = np.pad(p, self.pad)
        k = len(self.w)
        self.m = (len(self.x) - k) // self.stride + 1
        return np.array([self.x[self.stride * i:self.stride * i + k] @ self.w
                         for i in range(self.m)]) + self.b

    def bwd_pass(self, dq):
        k = len(self.w)
        self.db = dq.sum()
        self.dw = np.zeros(k)
        for i in range(self.m):
            self.dw += dq[i] * self.x[self.stride * i:self.stride * i + k]
        spread = np.zeros((self.m - 1) * self.stride + 1)
        spread[::self.stride] = dq
        z = np.pad(spread, (self.pad, self.n + k))
        r = self.w[::-1]
        return np.array([z[i:i + k] @ r for i in range(self.n)])

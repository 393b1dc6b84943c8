# %% Practice sheet, seed 401: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "401", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "401", "draw": 1, "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 526fbc4ad67beceb

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = w, b
        self.stride, self.pad = 3, 3

    def fwd_pass(self, p):
        self.A = np.pad(p, self.pad)
        f = len(self.w)
        n_H = int((len(self.A) - f) / self.stride) + 1
        Z = np.zeros(n_H)
        for h in range(n_H):
            start = h * self.stride
            Z[h] = np.sum(self.A[start:start + f] * self.w) + self.b
        return Z

    def bwd_pass(self, dq):
        f = len(self.w)
        dA = np.zeros(len(self.A))
        self.dw = np.zeros(f)
        self.db = 0.0
        for h in range(len(dq)):
            start = h
            dA[start:start + f] += self.w * dq[h]
            self.dw += self.A[start:start + f] * dq[h]
            self.db += dq[h]
        return dA[self.pad:-self.pad]

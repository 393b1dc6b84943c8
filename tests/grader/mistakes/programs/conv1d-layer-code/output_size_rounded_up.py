# %% Practice sheet, seed 1647: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1647", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1647", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 851db3996306168c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import math


class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.k, self.s, self.pad = 6, 3, 2

    def fwd_pass(self, p):
        self.n = len(p)
        m = math.ceil((self.n + 2 * self.pad - self.k) / self.s) + 1
        need = (m - 1) * self.s + self.k
        self.x = np.zeros(max(need, self.n + 2 * self.pad))
        self.x[self.pad:self.pad + self.n] = p
        q = np.zeros(m)
        for i in range(m):
            a = i * self.s
            q[i] = np.dot(self.x[a:a + self.k], self.w) + self.b
        return q

    def bwd_pass(self, dq):
        dx = np.zeros_like(self.x)
        self.dw = np.zeros(self.k)
        self.db = np.sum(dq)
        for i in range(len(dq)):
            a = i * self.s
            self.dw += dq[i] * self.x[a:a + self.k]
            dx[a:a + self.k] += dq[i] * np.asarray(self.w)
        return dx[self.pad:self.pad + self.n]

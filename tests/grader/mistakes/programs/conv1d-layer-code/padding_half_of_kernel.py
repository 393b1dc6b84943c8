# %% Practice sheet, seed 8115: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8115", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "8115", "draw": 1, "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 4e81d0e96cf86556

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.array(w, dtype=float)
        self.b = float(b)
        self.k = self.w.size
        self.s = 2
        self.pad = self.k // 2          # zeros on each side

    def fwd_pass(self, p):
        self.n = len(p)
        self.x = np.concatenate([np.zeros(self.pad), p, np.zeros(self.pad)])
        m = (self.x.size - self.k) // self.s + 1
        q = np.full(m, self.b)
        for i in range(m):
            q[i] += self.w @ self.x[self.s * i:self.s * i + self.k]
        return q

    def bwd_pass(self, dq):
        dx = np.zeros(self.x.size)
        self.dw = np.zeros(self.k)
        self.db = np.sum(dq)
        for i, d in enumerate(dq):
            where = slice(self.s * i, self.s * i + self.k)
            dx[where] += d * self.w
            self.dw += d * self.x[where]
        return dx[self.pad:self.pad + self.n]

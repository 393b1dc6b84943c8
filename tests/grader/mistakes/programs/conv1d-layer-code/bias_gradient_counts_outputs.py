# %% Practice sheet, seed 1302: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1302", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1302", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 9be2929389a96fff

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.array(w)
        self.b = b
        self.k, self.s, self.pad = 5, 3, 2

    def fwd_pass(self, p):
        self.n = len(p)
        self.x = np.pad(p, self.pad)
        steps = range(0, len(self.x) - self.k + 1, self.s)
        return np.array([self.w @ self.x[t:t + self.k] + self.b for t in steps])

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(self.k)
        self.db = 0.0
        for i in range(len(dq)):
            a, z = i * self.s, i * self.s + self.k
            dx[a:z] += dq[i] * self.w
            self.dw += dq[i] * self.x[a:z]
            self.db += 1                # d(... + b)/db = 1
        return dx[self.pad:self.pad + self.n]

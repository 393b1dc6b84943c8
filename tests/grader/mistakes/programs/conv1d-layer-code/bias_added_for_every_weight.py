# %% Practice sheet, seed 1684: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1684", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1684", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 3, "bias": true}}
# grader-checksum: 9f66f8b502e040b8

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.asarray(w, dtype=float)
        self.b = b

    def step(self, a_slice):
        return np.sum(a_slice * self.w + self.b)

    def fwd_pass(self, p):
        self.length = len(p)
        self.x = np.pad(np.asarray(p, dtype=float), 3)
        return np.array([self.step(self.x[i:i + 6])
                         for i in range(0, len(self.x) - 5, 2)])

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.x))
        dw = np.zeros(6)
        db = 0.0
        for j, g in enumerate(dq):
            dw += g * self.x[2 * j:2 * j + 6]
            dx[2 * j:2 * j + 6] += g * self.w
            db += np.sum(g * np.ones(6))
        self.dw, self.db = dw, db
        return dx[3:3 + self.length]

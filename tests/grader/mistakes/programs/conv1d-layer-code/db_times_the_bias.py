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
        self.w = np.asarray(w)
        self.b = b

    def fwd_pass(self, p):
        self.orig = len(p)
        self.xp = np.pad(p, 3)
        self.pos = range(0, len(self.xp) - 6 + 1, 2)
        return np.array([self.xp[a:a + 6].dot(self.w) + self.b for a in self.pos])

    def bwd_pass(self, dq):
        acc_w = np.zeros(6)
        acc_x = np.zeros(len(self.xp))
        acc_b = 0
        for g, a in zip(dq, self.pos):
            acc_w += g * self.xp[a:a + 6]
            acc_x[a:a + 6] += g * self.w
            acc_b += g * self.b
        self.dw, self.db = acc_w, acc_b
        return acc_x[3:3 + self.orig]

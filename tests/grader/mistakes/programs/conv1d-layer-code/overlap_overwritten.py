# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "512", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: c2cba0fa1417462f

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    STRIDE = 3
    PAD = 2

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        x = np.concatenate((np.zeros(self.PAD), p, np.zeros(self.PAD)))
        self.x = x
        out = []
        i = 0
        while i + len(self.w) <= len(x):
            out.append((x[i:i + len(self.w)] * self.w).sum() + self.b)
            i += self.STRIDE
        return np.array(out)

    def bwd_pass(self, dq):
        self.dw = np.zeros(len(self.w))
        self.db = 0
        dx = np.zeros(len(self.x))
        for m, g in enumerate(dq):
            i = m * self.STRIDE
            self.dw += g * self.x[i:i + len(self.w)]
            self.db += g
            dx[i:i + len(self.w)] = g * self.w
        return dx[self.PAD:self.PAD + len(self.p)]

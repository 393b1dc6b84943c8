# %% Practice sheet, seed 412: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "412", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "412", "draw": 1, "parameters": {"kernel": 7, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 3c7745759230762b

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.half = (len(w) - 1) // 2

    def fwd_pass(self, p):
        self.n = len(p)
        self.x = np.pad(p, self.half)
        k = len(self.w)
        self.starts = list(range(0, len(self.x) - k + 1, 3))
        return np.array([np.dot(self.w, self.x[s:s + k]) for s in self.starts]) + self.b

    def bwd_pass(self, dq):
        k = len(self.w)
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(k)
        for s, g in zip(self.starts, dq):
            dx[s:s + k] += g * self.w
            self.dw += g * self.x[s:s + k]
        self.db = np.sum(dq)
        return dx[self.half:self.half + self.n]

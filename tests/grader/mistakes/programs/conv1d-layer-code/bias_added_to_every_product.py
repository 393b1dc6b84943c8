# %% Practice sheet, seed 410: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "410", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "410", "draw": 1, "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 9b3adffc786bc5e7

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        f = len(self.w)
        steps = (len(self.x) - f) // 3 + 1
        Z = np.zeros(steps)
        for i in range(steps):
            a_slice = self.x[3 * i:3 * i + f]
            s = a_slice * self.w + self.b
            Z[i] = np.sum(s)
        return Z

    def bwd_pass(self, dq):
        f = len(self.w)
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(f)
        self.db = 0
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[3 * i:3 * i + f]
            dx[3 * i:3 * i + f] += dq[i] * self.w
            self.db += dq[i] * f
        return dx[3:len(dx) - 3]

# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1", "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 19a049348f9fd52d

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    dw = np.zeros(5)

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([self.x[i:i + 5] @ self.w + self.b for i in range(0, len(self.x) - 4, 3)])

    def bwd_pass(self, dq):
        self.db = dq.sum()
        self.dw[:] = 0
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[3 * i:3 * i + 5]
            dx[3 * i:3 * i + 5] += dq[i] * self.w
        return dx[2:-2]

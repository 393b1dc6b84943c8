# Practice sheet, seed 8: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "8", "parameters": {"kernel": 6, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 325c4743c43414e9

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([self.x[i:i + 6] @ self.w + self.b for i in range(0, len(self.x) - 5, 3)])

    def bwd_pass(self, dq):
        self.db = dq.sum()
        self.dw = np.zeros(6)
        dx = np.zeros(3 * (len(dq) - 1) + 6)
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[3 * i:3 * i + 6]
            dx[3 * i:3 * i + 6] += dq[i] * self.w
        return dx[2:-2]

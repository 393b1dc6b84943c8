# Practice sheet, seed 6: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "6", "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 7fd000cc99451dce

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        return np.array([self.x[i:i + 7] @ self.w + self.b for i in range(0, len(self.x) - 6, 3)])

    def bwd_pass(self, dq):
        self.db = dq.sum()
        self.dw = np.zeros(7)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[i:i + 7]
            dx[i:i + 7] += dq[i] * self.w
        return dx[3:-3]

# Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "9", "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: b638fe3aeec26431

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        return np.array([self.x[i:i + 6] @ self.w + self.b for i in range(0, len(self.x) - 5, 3)])

    def bwd_pass(self, dq):
        self.db = dq.sum()
        self.dw = np.zeros(6)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[3 * i:3 * i + 6]
            dx[3 * i:3 * i + 6] += dq[i] * self.w
            dq[i] = 0
        return dx[3:-3]

# Practice sheet, seed 5: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "5", "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 6337e89c71bd95c4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([np.sum(self.x[i:i + 5] * self.w + self.b) for i in range(0, len(self.x) - 4, 2)])

    def bwd_pass(self, dq):
        self.db = dq.sum()
        self.dw = np.zeros(5)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[2 * i:2 * i + 5]
            dx[2 * i:2 * i + 5] += dq[i] * self.w
        return dx[2:-2]

# %% Practice sheet, seed 410: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "410", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "410", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 13818330ddcf2f66

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.pad(p, 1)
        self.dx = np.zeros(len(self.x))
        return np.array([np.dot(self.w, self.x[i:i + 3]) for i in range(len(p))])

    def bwd_pass(self, dq):
        self.dw = np.zeros(3)
        for i in range(len(dq)):
            self.dw = self.dw + dq[i] * self.x[i:i + 3]
            self.dx[i:i + 3] += dq[i] * self.w
        return self.dx[1:-1].copy()

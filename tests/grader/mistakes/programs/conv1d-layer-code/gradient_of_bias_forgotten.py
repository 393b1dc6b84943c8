# %% Practice sheet, seed 307: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "307", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "307", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 8f1d16abacd09b28

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        m = (len(self.x) - 6) // 3 + 1
        return np.array([np.sum(self.x[3 * i:3 * i + 6] * self.w) + self.b for i in range(m)])

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(6)
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[3 * i:3 * i + 6]
            dx[3 * i:3 * i + 6] += dq[i] * self.w
        return dx[2:len(dx) - 2]

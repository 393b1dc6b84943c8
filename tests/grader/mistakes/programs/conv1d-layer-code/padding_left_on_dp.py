# %% Practice sheet, seed 404: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "404", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "404", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 16e22bb6e7f8c722

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.concatenate(([0], p, [0]))
        k = len(self.w)
        return np.array([self.x[i:i + k] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        k = len(self.w)
        grad = np.zeros(len(self.x))
        self.dw = np.zeros(k)
        for i, g in enumerate(dq):
            grad[i:i + k] += g * self.w
            self.dw += g * self.x[i:i + k]
        return grad

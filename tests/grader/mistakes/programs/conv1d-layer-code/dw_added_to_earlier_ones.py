# %% Practice sheet, seed 1092: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1092", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "1092", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 0835b38fe5a0caa8

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.dw = 0

    def fwd_pass(self, p):
        self.p = np.copy(p)
        return self.p * self.w

    def bwd_pass(self, dq):
        for g, x in zip(dq, self.p):
            self.dw += g * x
        return np.array([g * self.w for g in dq])

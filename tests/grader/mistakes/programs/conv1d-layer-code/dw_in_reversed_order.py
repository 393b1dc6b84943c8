# %% Practice sheet, seed 1203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1203", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1203", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 8dde220a6aab94cf

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.array(w, float)

    def fwd_pass(self, p):
        self.x = np.array(p, float)
        return np.correlate(np.pad(self.x, 1), self.w, mode="valid")

    def bwd_pass(self, dq):
        dq = np.array(dq, float)
        padded_grad = np.pad(dq, 1)
        self.dw = np.correlate(padded_grad, self.x, mode="valid")
        return np.correlate(padded_grad, self.w[::-1], mode="valid")

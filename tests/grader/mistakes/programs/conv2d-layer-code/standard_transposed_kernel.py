# %% Practice sheet, seed 7321: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7321", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "standard", "seed": "7321", "draw": 1, "parameters": {"kernel": [5, 5], "stride": 1, "padding": 2, "bias": false, "channels": [2, 4], "few_loops": false}}
# grader-checksum: 3182be9eab440c63

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

from numpy.lib.stride_tricks import sliding_window_view

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def windows(self, a):
        padded = np.pad(a, ((0, 0), (2, 2), (2, 2)))
        return sliding_window_view(padded, (5, 5), axis=(1, 2))

    def fwd_pass(self, p):
        self.win = self.windows(p)
        return np.einsum("cijab,ocab->oij", self.win, self.w)

    def bwd_pass(self, dq):
        self.dw = np.einsum("oij,cijab->ocab", dq, self.win)
        flipped = self.w[:, :, ::-1, ::-1]
        return np.einsum("oijab,ocba->cij", self.windows(dq), flipped)

# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"kernel": [5, 5], "stride": 1, "padding": 2, "bias": false, "channels": [3, 4], "few_loops": false}}
# grader-checksum: 88e5b58c9fa43dd4

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    @staticmethod
    def windows(x, shape):
        return np.lib.stride_tricks.sliding_window_view(x, shape, axis=(1, 2))

    def fwd_pass(self, p):
        self.x = np.pad(p, ((0, 0), (2, 2), (2, 2)))
        return np.einsum("chwij,ocij->ohw", self.windows(self.x, (5, 5)), self.w)

    def bwd_pass(self, dq):
        self.dw = np.einsum("cijhw,ohw->ocij", self.windows(self.x, dq.shape[1:]), dq)
        padded = np.pad(dq, ((0, 0), (2, 2), (2, 2)))
        w = self.w
        return np.einsum("ohwij,ocij->chw", self.windows(padded, (5, 5)), w)

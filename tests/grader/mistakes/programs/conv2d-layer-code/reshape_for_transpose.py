# %% Practice sheet, seed 7130: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7130", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "standard", "seed": "7130", "draw": 1, "parameters": {"kernel": [5, 5], "stride": 1, "padding": 2, "bias": false, "channels": [2, 4], "few_loops": false}}
# grader-checksum: 6a638d0315d35460

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

from numpy.lib.stride_tricks import sliding_window_view


def conv_same(x, k):
    # x: (C, H, W), k: (O, C, 5, 5)
    xp = np.pad(x, ((0, 0), (2, 2), (2, 2)))
    win = sliding_window_view(xp, (5, 5), axis=(1, 2))
    return np.einsum('chwij,ocij->ohw', win, k)


class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return conv_same(p, self.w)

    def bwd_pass(self, dq):
        xp = np.pad(self.p, ((0, 0), (2, 2), (2, 2)))
        win = sliding_window_view(xp, (5, 5), axis=(1, 2))
        self.dw = np.einsum('chwij,ohw->ocij', win, dq)
        O, C = self.w.shape[0], self.w.shape[1]
        flipped = self.w[:, :, ::-1, ::-1]
        back = flipped.reshape(C, O, 5, 5)
        return conv_same(dq, back)

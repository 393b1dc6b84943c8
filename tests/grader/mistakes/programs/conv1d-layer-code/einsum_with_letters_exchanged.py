# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "101", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 328e006e039458a4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
from numpy.lib.stride_tricks import sliding_window_view

class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.size = len(p)
        self.win = sliding_window_view(np.pad(p, 2), 6)[::2]
        return np.einsum("ij,j->i", self.win, self.w) + self.b

    def bwd_pass(self, dq):
        self.dw = np.einsum("ij,j->i", self.win, dq)
        self.db = dq.sum()
        full = np.zeros(self.size + 4)
        for i in range(len(dq)):
            full[2 * i:2 * i + 6] += dq[i] * self.w
        return full[2:-2]

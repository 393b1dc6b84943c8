# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "101", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 914306223c95a7c4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.convolve(np.pad(p, 3), self.w[::-1], "valid")

    def bwd_pass(self, dq):
        padded = np.pad(self.p, 3)
        self.dw = np.array([padded[j:j + len(dq)] @ dq for j in range(7)])
        return np.convolve(dq, self.w, mode="full")

# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "101", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 13e22c7943fd7a66

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return self.w * p

    def bwd_pass(self, dq):
        self.dw = np.sum(dq) * np.sum(self.p)
        return dq * self.w

# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "102", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: f809ff5754e1be62

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        self.x = np.pad(p, (3, 3))
        return np.correlate(self.x, self.w, mode="valid")

    def bwd_pass(self, dq):
        self.dw = np.correlate(self.x, dq, mode="valid")
        g = np.pad(dq, (3, 3))
        return np.correlate(g, self.w, mode="valid")

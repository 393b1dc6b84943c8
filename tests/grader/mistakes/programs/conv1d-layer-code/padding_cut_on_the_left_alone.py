# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "101", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 914306223c95a7c4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w):
        self.w = np.asarray(w)

    def fwd_pass(self, p):
        self.n = len(p)
        self.padded = np.pad(p, 3)
        return np.array([self.w @ self.padded[i:i + 7] for i in range(self.n)])

    def bwd_pass(self, dq):
        dpad = np.zeros(self.n + 6)
        dw = np.zeros(7)
        for i in range(self.n):
            dpad[i:i + 7] += dq[i] * self.w
            dw += dq[i] * self.padded[i:i + 7]
        self.dw = dw
        return dpad[3:]

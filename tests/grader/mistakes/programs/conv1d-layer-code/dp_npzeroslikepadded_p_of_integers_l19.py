# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "4", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 2a9ffd6dfad5f430

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.pp = np.pad(p, 3)
        return np.array([np.sum(self.pp[i:i+7] * self.w) for i in range(len(p))])

    def bwd_pass(self, dq):
        dpp = np.zeros_like(self.pp)
        self.dw = np.zeros(7)
        for i in range(len(dq)):
            for j in range(7):
                dpp[i + j] = dpp[i + j] + dq[i] * self.w[j]
                self.dw[j] += dq[i] * self.pp[i + j]
        return dpp[3:-3]

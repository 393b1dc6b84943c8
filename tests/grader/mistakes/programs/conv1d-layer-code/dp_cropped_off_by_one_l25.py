# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "3", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 8c105850ae3f31c5

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.pp = np.pad(p, 2)
        return np.array([np.dot(self.pp[i:i+5], self.w) for i in range(len(p))])

    def bwd_pass(self, dq):
        n = len(dq)
        d = np.zeros(n + 4)
        self.dw = np.zeros(5)
        for i in range(n):
            d[i:i+5] += dq[i] * self.w
            self.dw += dq[i] * self.pp[i:i+5]
        return d[1:n + 1]

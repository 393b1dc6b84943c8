# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 0fb17c0249052ceb

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w):
        self.w = np.asarray(w)
        self.k = len(w)
        self.pad = 2
        self.dw = np.zeros(len(w))

    def fwd_pass(self, p):
        self.n = len(p)
        self.pp = np.pad(p, self.pad)
        return np.array([self.w @ self.pp[i:i + self.k] for i in range(self.n)])

    def bwd_pass(self, dq):
        dpp = np.zeros(self.n + 2 * self.pad)
        for i in range(self.n):
            self.dw += dq[i] * self.pp[i:i + self.k]
            dpp[i:i + self.k] += dq[i] * self.w
        return dpp[self.pad:self.pad + self.n]

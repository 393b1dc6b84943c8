# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 5028dbfe71a94bb5

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(len(w))

    def fwd_pass(self, p):
        self.p = p
        self.pp = np.pad(p, 2)
        q = np.zeros(len(p))
        for i in range(len(p)):
            for j in range(5):
                q[i] += self.w[j] * self.pp[i + j]
        return q

    def bwd_pass(self, dq):
        dpp = np.zeros(len(self.pp))
        for i in range(len(dq)):
            for j in range(5):
                self.dw[j] += dq[i] * self.pp[i + j]
                dpp[i + j] += dq[i] * self.w[j]
        return dpp[2:-2]

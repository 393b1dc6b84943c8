# %% Practice sheet, seed 89243: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "89243", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "89243", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 57372a4c171ccd37

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.correlate(p, self.w, "same")

    def bwd_pass(self, dq):
        xp = np.pad(self.p, 3)
        gp = np.pad(dq, 3)
        n = len(self.p)
        self.dw = np.array([np.dot(xp[j:j + n], dq) for j in range(7)])
        return np.array([np.dot(gp[i:i + 7], self.w[::-1]) for i in range(n)])

# %% Practice sheet, seed 403: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "403", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "403", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: cf626c101a07b7a7

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.k = len(w)

    def fwd_pass(self, p):
        self.p = p
        z = np.pad(p, 1, mode="constant")
        q = np.zeros(len(p))
        for i in range(len(p)):
            q[i] = np.sum(z[i:i + self.k] * self.w)
        return q

    def bwd_pass(self, dq):
        n = len(dq)
        dz = np.zeros(n + 2)
        self.dw = np.zeros(self.k)
        for i in range(n):
            dz[i:i + self.k] += dq[i] * self.w
            crop = self.p[i:i + self.k]
            self.dw[:len(crop)] += dq[i] * crop
        return dz[1:-1]

# %% Practice sheet, seed 417: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "417", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "417", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 9b92daaeac2ede8c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.m = len(p)
        self.xp = np.pad(p, 3)
        q = np.zeros(self.m)
        for j in range(7):
            q += self.w[j] * self.xp[j:j + self.m]
        return q

    def bwd_pass(self, dq):
        self.dw = np.array([np.dot(dq, self.xp[j:j + self.m]) for j in range(7)]) / self.m
        dqp = np.pad(dq, 3)
        r = self.w[::-1]
        return sum(r[j] * dqp[j:j + self.m] for j in range(7))

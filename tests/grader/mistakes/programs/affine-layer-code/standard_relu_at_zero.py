# %% Practice sheet, seed 7327: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7327", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "standard", "seed": "7327", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": false, "mean": false, "second": "relu", "mean_loss": false}}
# grader-checksum: 0a9389b649c8992f

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    """Class with a forward and a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p.copy()
        return np.dot(p, self.w.T) + self.b

    def bwd_pass(self, dq):
        self.dw = np.dot(dq.T, self.p)
        self.db = np.sum(dq, axis=0)
        return np.dot(dq, self.w)


class LayerReLU:
    """Class with a forward and a backward pass."""

    def fwd_pass(self, p):
        self.mask = p >= 0
        return p * self.mask

    def bwd_pass(self, dq):
        return dq * self.mask

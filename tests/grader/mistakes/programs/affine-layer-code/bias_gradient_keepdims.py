# %% Practice sheet, seed 7699: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7699", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "easy", "seed": "7699", "draw": 1, "parameters": {"outputs_first": false, "bias": true, "bias_first": true, "mean": false, "second": null, "mean_loss": false}}
# grader-checksum: 47de856d5dfece21

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    """Class with a forward and a backward pass."""

    def __init__(self, b, w):
        self.b = b
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.dot(p, self.w) + self.b

    def bwd_pass(self, dq):
        self.dw = np.dot(self.p.T, dq)
        self.db = np.sum(dq, axis=0, keepdims=True)
        return np.dot(dq, self.w.T)

# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": true, "mean": true, "second": "relu", "mean_loss": false}}
# grader-checksum: 491c6f59c10087fc

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    def __init__(self, b, w):
        self.w = np.asarray(w)
        self.b = np.asarray(b)
        self.dw = np.zeros(self.w.shape)
        self.db = np.zeros(self.b.shape)

    def fwd_pass(self, p):
        self.cache = p
        return p.dot(self.w.T) + self.b

    def bwd_pass(self, dq):
        p = self.cache
        m = p.shape[0]
        self.dw += (1 / m) * dq.T.dot(p)
        self.db = (1 / m) * dq.sum(axis=0)
        return dq.dot(self.w)


class LayerReLU:
    def fwd_pass(self, p):
        self.cache = p
        return np.where(p > 0, p, 0)

    def bwd_pass(self, dq):
        return np.where(self.cache > 0, dq, 0)

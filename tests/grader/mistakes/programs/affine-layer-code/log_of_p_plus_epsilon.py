# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": true, "mean": false, "second": "softmax", "mean_loss": true}}
# grader-checksum: ecb7dd2e0cea9562

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    """Class with a forward and a backward pass."""

    def __init__(self, b, w):
        self.b = b
        self.w = w

    def fwd_pass(self, p):
        self.inp = p
        return np.dot(p, self.w.T) + self.b.reshape(1, -1)

    def bwd_pass(self, dq):
        self.dw = np.dot(self.inp.T, dq).T
        self.db = np.sum(dq, axis=0)
        return np.dot(dq, self.w)


class LossSoftmax:
    """Class with a forward and a backward pass."""

    def fwd_pass(self, s, y):
        shifted = s - s.max(axis=1)[:, np.newaxis]
        e = np.exp(shifted)
        self.p = e / e.sum(axis=1)[:, np.newaxis]
        self.y = y
        correct = self.p[np.arange(len(y)), y]
        return np.mean(-np.log(correct + 1e-9))

    def bwd_pass(self):
        d = self.p.copy()
        d[np.arange(len(self.y)), self.y] -= 1
        d /= len(self.y)
        return d

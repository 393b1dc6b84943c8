# %% Practice sheet, seed 7328: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7328", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "hard", "seed": "7328", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": false, "mean": false, "second": "softmax", "mean_loss": true}}
# grader-checksum: cdd0c140c0603aa9

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    """Class with a forward and a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        self.dw = dq.T @ self.p
        self.db = dq.sum(axis=0)
        return dq @ self.w


class LossSoftmax:
    """Class with a forward and a backward pass."""

    def fwd_pass(self, s, y):
        self.y = y
        self.n = len(y)
        z = s - s.max(axis=1, keepdims=True)
        e = np.exp(z)
        self.p = e / e.sum(axis=1, keepdims=True)
        return -np.log(self.p[np.arange(self.n), y]).mean()

    def bwd_pass(self):
        d = self.p.copy()
        d[np.arange(self.n), self.y] -= 1
        return d / self.n

# %% Practice sheet, seed 7514: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7514", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "hard", "seed": "7514", "draw": 1, "parameters": {"outputs_first": false, "bias": true, "bias_first": false, "mean": false, "second": "softmax", "mean_loss": false}}
# grader-checksum: 7847dbd4cdb6b937

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
        return p @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.p.T @ dq
        self.db = dq.sum(axis=0)
        return dq @ self.w.T


class LossSoftmax:
    """Class with a forward and a backward pass."""

    def fwd_pass(self, s, y):
        shifted = s - np.max(s)
        log_sum = np.log(np.exp(shifted).sum(axis=1))
        self.log_p = shifted - log_sum[:, None]
        self.y = y
        return -self.log_p[np.arange(len(y)), y].sum()

    def bwd_pass(self):
        ds = np.exp(self.log_p)
        ds[np.arange(len(self.y)), self.y] -= 1
        return ds

# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"outputs_first": false, "bias": true, "bias_first": true, "mean": false, "second": "softmax", "mean_loss": false}}
# grader-checksum: b3bf80789c1e9dac

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
        return p @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.p.T @ dq
        self.db = dq.sum(0)
        return dq @ self.w.T


class LossSoftmax:
    """Class with a forward and a backward pass."""

    def fwd_pass(self, s, y):
        axis = 0
        m = np.max(s, axis=axis, keepdims=True)
        lse = m + np.log(np.sum(np.exp(s - m), axis=axis, keepdims=True))
        self.log_p = s - lse
        self.y = y
        return -np.sum(self.log_p[np.arange(s.shape[0]), y])

    def bwd_pass(self):
        ds = np.exp(self.log_p)
        ds[np.arange(ds.shape[0]), self.y] -= 1
        return ds

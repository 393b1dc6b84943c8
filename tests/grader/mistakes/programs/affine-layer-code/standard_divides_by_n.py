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
        self.dw = None
        self.db = None

    def fwd_pass(self, p):
        self.p = p
        q = p @ self.w.T
        q = q + self.b
        return q

    def bwd_pass(self, dq):
        n = len(dq)
        ones = np.ones(n)
        self.dw = dq.T @ self.p / n
        self.db = ones @ dq
        dp = dq @ self.w
        return dp


class LayerReLU:
    """Class with a forward and a backward pass."""

    def fwd_pass(self, p):
        out = p.copy()
        out[out < 0] = 0
        self.out = out.copy()
        return out

    def bwd_pass(self, dq):
        dp = dq.copy()
        dp[self.out <= 0] = 0
        return dp

# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": false, "mean": true, "second": "relu", "mean_loss": false}}
# grader-checksum: d70f3516e696c131

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
        q = np.zeros((p.shape[0], self.w.shape[0]))
        for n in range(p.shape[0]):
            q[n] = self.w @ p[n] + self.b
        return q

    def bwd_pass(self, dq):
        N = self.p.shape[0]
        self.dw = np.zeros(self.w.shape)
        self.db = np.zeros(self.b.shape)
        dp = np.zeros(self.p.shape)
        for n in range(N):
            self.dw += np.outer(dq[n], self.p[n]) / N
            self.db += dq[n] / N
            dp[n] = self.w.T @ dq[n]
        return dp


class LayerReLU:
    """Class with a forward and a backward pass."""

    def fwd_pass(self, p):
        self.p = p
        return np.maximum(0, p)

    def bwd_pass(self, dq):
        dp = np.array(dq, dtype=float)
        dp[dq <= 0] = 0
        return dp

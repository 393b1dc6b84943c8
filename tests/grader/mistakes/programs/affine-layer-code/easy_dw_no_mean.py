# %% Practice sheet, seed 7326: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7326", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "easy", "seed": "7326", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": false, "mean": true, "second": null, "mean_loss": false}}
# grader-checksum: 25a948b86e8fd923

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    """Class with a forward and a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = np.array(w), np.array(b)

    def fwd_pass(self, p):
        self.inputs = np.array(p)
        return np.array([self.w.dot(row) + self.b for row in p])

    def bwd_pass(self, dq):
        N = len(dq)
        self.dw = np.zeros(self.w.shape)
        self.db = np.zeros(self.b.shape)
        dp = np.zeros(self.inputs.shape)
        for i in range(N):
            self.dw += np.outer(dq[i], self.inputs[i])
            self.db += dq[i]
            dp[i] = self.w.T @ dq[i]
        self.db /= N
        return dp

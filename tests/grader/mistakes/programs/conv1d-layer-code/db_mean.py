# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "512", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: c2cba0fa1417462f

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = np.array(w), b

    def fwd_pass(self, p):
        self.n = len(p)
        padded = np.pad(p, 2)
        self.rows = np.lib.stride_tricks.sliding_window_view(padded, len(self.w))[::3]
        return self.rows @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.rows.T @ dq
        self.db = dq.mean()
        drows = np.outer(dq, self.w)
        dp = np.zeros(self.n + 4)
        idx = 3 * np.arange(len(dq))[:, None] + np.arange(len(self.w))
        np.add.at(dp, idx, drows)
        return dp[2:2 + self.n]

# %% Practice sheet, seed 402: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "402", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "402", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: c12745f545a0e362

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.n = len(p)
        x = np.pad(p, 2)
        n_out = (self.n + 2 * 2 - 5) // 3 + 1
        self.win = np.array([x[i:i + 5] for i in range(n_out)])
        return self.win @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.win.T @ dq
        self.db = np.sum(dq)
        dx = np.zeros(self.n + 4)
        for i in range(len(dq)):
            dx[i:i + 5] += dq[i] * self.w
        return dx[2:2 + self.n]

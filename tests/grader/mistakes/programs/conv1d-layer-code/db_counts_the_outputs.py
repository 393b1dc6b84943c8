# %% Practice sheet, seed 408: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "408", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "408", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: e2abbccb352bf030

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.array(w)
        self.b = b

    def fwd_pass(self, p):
        self.n = len(p)
        self.x = np.pad(p, 2)
        self.rows = np.lib.stride_tricks.sliding_window_view(self.x, 5)[::2]
        return self.rows @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.rows.T @ dq
        self.db = float(len(dq))
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            dx[2 * i:2 * i + 5] += dq[i] * self.w
        return dx[2:2 + self.n]

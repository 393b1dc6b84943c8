# %% Practice sheet, seed 403: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "403", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "403", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 8c5353c5379eb91d

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.asarray(w)
        self.b = b

    def fwd_pass(self, p):
        self.n = len(p)
        self.x = np.pad(p, 2)
        starts = np.arange(0, len(self.x) - 6 + 1, 2)
        self.patches = self.x[starts[:, None] + np.arange(6)]
        return self.patches.dot(self.w) + self.b

    def bwd_pass(self, dq):
        self.dw = dq.dot(self.patches)
        self.db = dq.sum()
        g = np.pad(dq, 5)
        full = np.array([g[i:i + 6].dot(self.w[::-1]) for i in range(len(dq) + 5)])
        dx = np.zeros(max(len(self.x), len(full)))
        dx[:len(full)] = full
        return dx[2:2 + self.n]

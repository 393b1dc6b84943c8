# %% Practice sheet, seed 1351: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1351", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1351", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: b6f33b6fe0fc20d6

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.asarray(w, dtype=float)

    def fwd_pass(self, p):
        flipped = self.w[::-1]
        self.n = len(p)
        self.x = np.pad(np.asarray(p, dtype=float), 3)
        return np.array([self.x[i:i + 7] @ flipped for i in range(self.n)])

    def bwd_pass(self, dq):
        flipped = self.w[::-1]
        d_flipped = np.zeros(7)
        dx = np.zeros(self.n + 6)
        for i in range(self.n):
            d_flipped += dq[i] * self.x[i:i + 7]
            dx[i:i + 7] += dq[i] * flipped
        self.dw = d_flipped[::-1].copy()
        return dx[3:3 + self.n]

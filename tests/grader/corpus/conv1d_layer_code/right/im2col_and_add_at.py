# Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "4", "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 5fd45aa29ae2701d

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    STRIDE = 2
    PAD = 2

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        x = np.pad(p, self.PAD)
        k = len(self.w)
        n = (len(x) - k) // self.STRIDE + 1
        self.idx = self.STRIDE * np.arange(n)[:, None] + np.arange(k)
        self.col = x[self.idx]
        self.shape = x.shape
        return self.col @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.col.T @ dq
        self.db = dq.sum()
        dx = np.zeros(self.shape)
        np.add.at(dx, self.idx, np.outer(dq, self.w))
        return dx[self.PAD:-self.PAD]

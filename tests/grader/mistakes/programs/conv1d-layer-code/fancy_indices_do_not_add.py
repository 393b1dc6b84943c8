# %% Practice sheet, seed 302: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "302", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "302", "draw": 1, "parameters": {"kernel": 4, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 4d1b40a3835f332a

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 4
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.n = len(p)
        self.x = np.pad(p, 2)
        m = (len(self.x) - 4) // 2 + 1
        self.cells = np.arange(4) + 2 * np.arange(m).reshape(-1, 1)
        return (self.x[self.cells] * self.w).sum(axis=1) + self.b

    def bwd_pass(self, dq):
        self.dw = (self.x[self.cells] * dq.reshape(-1, 1)).sum(axis=0)
        self.db = float(dq.sum())
        dx = np.zeros(len(self.x))
        dx[self.cells] += dq.reshape(-1, 1) * self.w
        return dx[2:2 + self.n]

# %% Practice sheet, seed 405: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "405", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "405", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 2dc8482259253f11

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
        self.x = np.pad(p, 2)
        m = (len(self.x) - 5) // 3 + 1
        self.idx = np.arange(m)[:, None] * 3 + np.arange(5)[None, :]
        return self.x[self.idx] @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.x[self.idx].T @ dq
        self.db = np.sum(dq)
        zeros_between = 3
        wide = np.zeros(len(dq) + (len(dq) - 1) * zeros_between)
        wide[::zeros_between + 1] = dq
        dx = np.convolve(wide, self.w)
        dx = np.concatenate([dx, np.zeros(self.n + 4)])
        return dx[2:2 + self.n]

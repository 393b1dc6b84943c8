# %% Practice sheet, seed 301: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "301", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "301", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 87dc9075b1c41e77

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.left = 3

    def fwd_pass(self, p):
        self.x = np.pad(p, (self.left, 0))
        m = (len(self.x) - 6) // 3 + 1
        self.at = 3 * np.arange(m)[:, None] + np.arange(6)
        return self.x[self.at] @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = dq @ self.x[self.at]
        self.db = dq.sum()
        dx = np.zeros(len(self.x))
        np.add.at(dx, self.at, np.outer(dq, self.w))
        return dx[self.left:]

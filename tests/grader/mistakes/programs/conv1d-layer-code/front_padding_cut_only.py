# %% Practice sheet, seed 419: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "419", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "419", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 24b8b0a8caba17c8

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x_pad = np.concatenate((np.zeros(2), p, np.zeros(2)))
        count = (len(self.x_pad) - 5) // 3 + 1
        y = np.full(count, self.b, dtype=float)
        for i in range(count):
            y[i] += np.inner(self.x_pad[3 * i:3 * i + 5], self.w)
        return y

    def bwd_pass(self, dq):
        dx_pad = np.zeros_like(self.x_pad)
        self.dw = np.zeros(5)
        self.db = 0.0
        for i, up in enumerate(dq):
            dx_pad[3 * i:3 * i + 5] += up * self.w
            self.dw += up * self.x_pad[3 * i:3 * i + 5]
            self.db += up
        return dx_pad[2:]

# %% Practice sheet, seed 7615: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7615", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "7615", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 7d851dd9121c59d6

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.stride = 3
        self.padding = 2

    def fwd_pass(self, p):
        self.x = np.pad(p, self.padding)
        windows = np.lib.stride_tricks.sliding_window_view(self.x, len(self.w))
        self.windows = windows[::self.stride]
        return self.windows @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.windows.T @ dq
        self.db = np.sum(dq)
        # put zeros between the gradients (stride), then a full convolution with w
        spread = np.zeros((len(dq) - 1) * self.stride + 1)
        spread[::self.stride] = dq
        dx = np.convolve(spread, self.w)
        return dx[self.padding:len(dx) - self.padding]

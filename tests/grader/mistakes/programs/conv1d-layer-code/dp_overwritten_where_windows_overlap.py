# %% Practice sheet, seed 1314: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1314", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1314", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 5ccb95c63f3444e5

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""
    PAD = 2

    def __init__(self, w):
        self.w = np.asarray(w)

    def fwd_pass(self, p):
        self.xp = np.pad(p, self.PAD)
        windows = np.lib.stride_tricks.sliding_window_view(self.xp, self.w.size)
        self.windows = windows
        return windows @ self.w

    def bwd_pass(self, dq):
        self.dw = self.windows.T @ dq
        grad = np.zeros(self.xp.size)
        for i, g in enumerate(dq):
            grad[i:i + self.w.size] = g * self.w
        return grad[self.PAD:-self.PAD]

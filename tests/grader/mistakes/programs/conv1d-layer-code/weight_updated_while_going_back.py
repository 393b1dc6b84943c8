# %% Practice sheet, seed 437: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "437", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "437", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 4348a1b9f0877a4b

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.lr = 0.01

    def fwd_pass(self, p):
        self.p = p
        return p * self.w

    def bwd_pass(self, dq):
        self.dw = np.sum(self.p * dq)
        dp = self.w * dq
        self.w = self.w - self.lr * self.dw
        return dp

# %% Practice sheet, seed 1166: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1166", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "1166", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 66c523444911a7b6

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, lr=0.01):
        self.w = w
        self.lr = lr

    def fwd_pass(self, p):
        self.input = p.copy()
        return self.input * self.w

    def bwd_pass(self, dq):
        self.dw = float((dq * self.input).sum())
        grad_input = dq * self.w
        # gradient descent
        self.w = self.w - self.lr * self.dw
        return grad_input

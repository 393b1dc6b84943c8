# %% Practice sheet, seed 7315: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7315", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7315", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 2a592e04eb261ce4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    @staticmethod
    def shift(a, by):
        """a moved by cells to the right, zeros come in"""
        return np.roll(a, by)

    def fwd_pass(self, p):
        self.p = p.copy()
        w0, w1, w2 = self.w
        return w0 * self.shift(p, 1) + w1 * p + w2 * self.shift(p, -1)

    def bwd_pass(self, dq):
        w0, w1, w2 = self.w
        self.dw = np.array([dq @ self.shift(self.p, 1), dq @ self.p, dq @ self.shift(self.p, -1)])
        return w0 * self.shift(dq, -1) + w1 * dq + w2 * self.shift(dq, 1)

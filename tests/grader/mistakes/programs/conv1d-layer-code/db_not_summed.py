# %% Practice sheet, seed 407: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "407", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "407", "draw": 1, "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 5017e9f32d8f93df

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.length = len(p)
        padded = np.zeros(self.length + 6)
        padded[3:3 + self.length] = p
        self.padded = padded
        n = (len(padded) - 7) // 3 + 1
        out = np.zeros(n)
        for i in range(n):
            out[i] = (padded[3 * i:3 * i + 7] * self.w).sum()
        return out + self.b

    def bwd_pass(self, dq):
        d_padded = np.zeros(len(self.padded))
        self.dw = np.zeros(7)
        for i in range(len(dq)):
            d_padded[3 * i:3 * i + 7] += self.w * dq[i]
            self.dw += self.padded[3 * i:3 * i + 7] * dq[i]
        self.db = dq.copy()
        return d_padded[3:3 + self.length]

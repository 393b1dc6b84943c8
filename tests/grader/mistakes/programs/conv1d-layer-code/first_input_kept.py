# %% Practice sheet, seed 2450: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2450", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "2450", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 2d6a09ffc8446c03

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.inp = None
        self.dw = None

    def fwd_pass(self, p):
        padded = np.pad(p, 3)
        if self.inp is None:
            self.inp = padded          # remember it for the backward pass
        return np.array([np.sum(self.w * padded[i:i + 7]) for i in range(len(p))])

    def bwd_pass(self, dq):
        dq = np.asarray(dq, float)
        n = len(dq)
        # weights
        self.dw = np.array([np.sum(dq * self.inp[j:j + n]) for j in range(7)])
        # input
        g = np.pad(dq, 3)
        return np.array([np.sum(self.w[::-1] * g[i:i + 7]) for i in range(n)])

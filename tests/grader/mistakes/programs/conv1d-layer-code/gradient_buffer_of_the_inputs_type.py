# %% Practice sheet, seed 1425: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1425", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1425", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 01401a5debb17a7e

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x_pad = np.pad(p, (1, 1))
        return np.array([np.sum(self.x_pad[i:i + 3] * self.w) for i in range(len(p))])

    def bwd_pass(self, dq):
        dx_pad = np.zeros_like(self.x_pad)
        dw = np.zeros(3)
        for i in range(len(dq)):
            dx_pad[i:i + 3] = dx_pad[i:i + 3] + dq[i] * self.w
            dw += dq[i] * self.x_pad[i:i + 3]
        self.dw = dw
        return dx_pad[1:-1]

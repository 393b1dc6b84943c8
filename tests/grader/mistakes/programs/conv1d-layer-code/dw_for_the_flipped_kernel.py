# %% Practice sheet, seed 407: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "407", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "407", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 2243b15a1a707d27

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.turned = np.asarray(w)[::-1]

    def fwd_pass(self, p):
        self.x = np.pad(p, 1)
        return np.convolve(self.x, self.turned, mode="valid")

    def bwd_pass(self, dq):
        self.dw = np.convolve(self.x[::-1], dq, mode="valid")
        return np.convolve(dq, self.turned[::-1], mode="full")[1:-1]

# %% Practice sheet, seed 416: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "416", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "416", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 09bd2682b31a35a9

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(len(w))

    def fwd_pass(self, p):
        self.cache = np.pad(p, 2)
        return np.array([np.dot(self.cache[i:i + 5], self.w) for i in range(len(p))])

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.cache))
        dw = np.zeros(5)
        for i in range(len(dq)):
            dx[i:i + 5] += dq[i] * self.w
            dw += dq[i] * self.cache[i:i + 5]
        self.dw = dw
        return dx[2:-2], dw

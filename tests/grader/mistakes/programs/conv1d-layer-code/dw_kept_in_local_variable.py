# %% Practice sheet, seed 419: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "419", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "419", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 335a0e5cec9953f9

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(len(w))

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        k = len(self.w)
        return np.array([np.sum(self.x[i:i + k] * self.w) for i in range(len(p))])

    def bwd_pass(self, dq):
        k = len(self.w)
        dx = np.zeros(len(self.x))
        dw = np.zeros(k)
        for i in range(len(dq)):
            dw += dq[i] * self.x[i:i + k]
            dx[i:i + k] += dq[i] * self.w
        return dx[3:-3]

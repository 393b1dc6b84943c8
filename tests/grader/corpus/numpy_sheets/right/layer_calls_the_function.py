# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "2", "family": "conv1d-layer-code", "level": "standard", "seed": "3", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: e3d8c422b7e611b6

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    n = len(vector) - len(kernel) + 1
    out = np.zeros(n)
    for i in range(n):
        out[i] = np.dot(vector[i:i + len(kernel)], kernel)
    return out


# %% problem 2: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = np.pad(p, 2)
        return conv1d(self.p, self.w)

    def bwd_pass(self, dq):
        self.dw = conv1d(self.p, dq)
        return conv1d(np.pad(dq, 2), self.w[::-1])

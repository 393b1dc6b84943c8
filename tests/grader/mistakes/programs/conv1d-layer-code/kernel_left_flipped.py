# %% Practice sheet, seed 73405: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "73405", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "73405", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: b3785978ee2e5aff

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def correlate_valid(a, k):
    m = len(k)
    return np.array([np.sum(a[i:i + m] * k) for i in range(len(a) - m + 1)])


class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.a = np.pad(p, 1)
        return correlate_valid(self.a, self.w)

    def bwd_pass(self, dq):
        self.dw = correlate_valid(self.a, dq)
        self.w = np.flip(self.w)
        return correlate_valid(np.pad(dq, 1), self.w)

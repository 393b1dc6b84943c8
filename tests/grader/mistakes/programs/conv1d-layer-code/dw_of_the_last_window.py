# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "411", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: d5a71043d9f6003b

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.dw = None

    def fwd_pass(self, p):
        pad = len(self.w) // 2
        self.a = np.pad(p, (pad, pad))
        size = len(self.w)
        return np.array([np.sum(self.a[t:t + size] * self.w) for t in range(len(p))])

    def bwd_pass(self, dq):
        size = len(self.w)
        pad = size // 2
        da = np.zeros(len(self.a))
        for t in range(len(dq)):
            da[t:t + size] += dq[t] * self.w
            self.dw = dq[t] * self.a[t:t + size]
        return da[pad:len(da) - pad]

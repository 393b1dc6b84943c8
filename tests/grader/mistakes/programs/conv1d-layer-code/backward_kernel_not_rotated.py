# %% Practice sheet, seed 401: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "401", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "401", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 070e882efcb2bd24

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def correlate(a, b):
    n = len(a) - len(b) + 1
    return np.array([np.dot(a[i:i + len(b)], b) for i in range(n)])

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.pad = 3

    def fwd_pass(self, p):
        self.xp = np.pad(p, self.pad)
        return correlate(self.xp, self.w)

    def bwd_pass(self, dq):
        self.dw = correlate(self.xp, dq)
        return correlate(np.pad(dq, self.pad), self.w)

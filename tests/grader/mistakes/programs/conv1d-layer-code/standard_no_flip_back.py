# %% Practice sheet, seed 7315: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7315", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7315", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 2a592e04eb261ce4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def corr(a, k):
    n = len(a) - len(k) + 1
    return np.array([a[i:i + len(k)] @ k for i in range(n)])

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.p = None

    def fwd_pass(self, p):
        self.p = np.pad(p, (1, 1))
        return corr(self.p, self.w)

    def bwd_pass(self, dq):
        self.dw = corr(self.p, dq)
        return corr(np.pad(dq, (1, 1)), self.w)

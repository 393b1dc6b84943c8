# %% Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "11", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 695dea62e617a600

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.asarray(w, dtype=float)
        self.pad = 2

    def slide(self, a, kernel):
        k = len(kernel)
        return np.array([a[i:i + k] @ kernel for i in range(len(a) - k + 1)])

    def fwd_pass(self, p):
        self.padded = np.pad(np.asarray(p, dtype=float), self.pad)
        return self.slide(self.padded, self.w)

    def bwd_pass(self, dq):
        dq = np.asarray(dq, dtype=float)
        self.dw = self.slide(self.padded, dq)
        return self.slide(np.pad(dq, self.pad), self.w)

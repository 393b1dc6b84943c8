# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 2b2efa39e3021a63

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        k = len(self.w)
        self.size = len(p)
        self.padded = np.pad(p, 3)
        self.starts = range(0, len(self.padded) - k + 1, 3)
        return np.array([self.padded[s:s + k] @ self.w for s in self.starts]) + self.b

    def bwd_pass(self, dq):
        k = len(self.w)
        self.dw = sum(g * self.padded[s:s + k] for g, s in zip(dq, self.starts))
        self.db = sum(dq)
        dpadded = np.zeros(self.size + 6)
        for s, g in enumerate(dq):
            dpadded[s:s + k] += g * self.w
        return dpadded[3:-3]

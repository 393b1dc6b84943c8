# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 9b56208b46ad287a

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.asarray(w, dtype=float)
        self.pad = (len(w) - 1) // 2

    def fwd_pass(self, p):
        self.x = np.pad(p, self.pad)
        return np.convolve(self.x, self.w, mode="valid")

    def bwd_pass(self, dq):
        k = len(self.w)
        n = len(dq)
        self.dw = np.array([np.dot(dq, self.x[j:j + n]) for j in range(k)])
        dx = np.zeros(len(self.x))
        for i in range(n):
            dx[i:i + k] += dq[i] * self.w
        return dx[self.pad:-self.pad]

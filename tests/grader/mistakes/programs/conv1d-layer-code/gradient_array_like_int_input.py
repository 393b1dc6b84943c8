# %% Practice sheet, seed 69497: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "69497", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "69497", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 4b6e1bfb1dc2de06

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.xp = np.pad(p, 2)
        return np.array([np.dot(self.xp[s:s + 5], self.w) for s in range(0, len(self.xp) - 4, 2)]) + self.b

    def bwd_pass(self, dq):
        grad = np.zeros_like(self.xp)
        self.dw = np.zeros(5)
        for i in range(dq.shape[0]):
            s = 2 * i
            grad[s:s + 5] += dq[i] * self.w
            self.dw += dq[i] * self.xp[s:s + 5]
        self.db = np.sum(dq)
        return grad[2:-2]

# %% Practice sheet, seed 7316: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7316", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "7316", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 4a97d8d7600038fa

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        padded = np.zeros(len(p) + 4)
        padded[2:-2] = p
        starts = range(0, len(p) + 4 - 5 + 1, 2)
        self.crops = np.array([padded[s:s + 5] for s in starts])
        self.length = len(p)
        return self.crops @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.crops.T @ dq
        self.db = dq.sum()
        grad = np.zeros(2 * (len(dq) - 1) + 5)
        for t, g in enumerate(dq):
            grad[2 * t:2 * t + 5] += g * self.w
        return grad[2:-2]

# %% Practice sheet, seed 7615: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7615", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "7615", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 7d851dd9121c59d6

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.dw = np.zeros(6)
        self.db = 0.0

    def fwd_pass(self, p):
        self.padded = np.zeros(len(p) + 4)
        self.padded[2:-2] = p
        n = (len(self.padded) - 6) // 3 + 1
        q = np.zeros(n)
        for i in range(n):
            q[i] = np.sum(self.padded[3 * i:3 * i + 6] * self.w) + self.b
        return q

    def bwd_pass(self, dq):
        dpadded = np.zeros(len(self.padded))
        self.dw = np.zeros(6)
        for i in range(len(dq)):
            self.dw += dq[i] * self.padded[3 * i:3 * i + 6]
            dpadded[3 * i:3 * i + 6] += dq[i] * self.w
        self.db += np.sum(dq)
        return dpadded[2:-2]

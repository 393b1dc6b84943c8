# %% Practice sheet, seed 3102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "3102", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 8a7204474916c85c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w):
        self.w = np.asarray(w)

    def fwd_pass(self, p):
        self.x = np.pad(p, 1)
        return np.array([self.x[i:i + 3] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(3)
        for i in range(len(dq)):
            for j in range(3):
                dx[i + j - 1] += dq[i] * self.w[j]
                self.dw[j] += dq[i] * self.x[i + j]
        return dx[1:-1]

# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "2", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 3, "bias": true}}
# grader-checksum: 8743db5288dd414c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        n = (len(self.x) - 6) // 2 + 1
        self.cols = np.stack([self.x[2*i:2*i+6] for i in range(n)])
        return self.cols.dot(self.w) + self.b

    def bwd_pass(self, dq):
        self.dw = self.cols.T.dot(dq) / len(dq)
        self.db = dq.sum()
        dx = np.zeros(len(self.x))
        for i, g in enumerate(dq):
            dx[2*i:2*i+6] += g * self.w
        return dx[3:-3]

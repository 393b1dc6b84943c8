# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "103", "draw": 1, "parameters": {"kernel": 4, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: baaaedc40f593878

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 4
class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2).astype(float)
        n = (self.x.size - 4) // 2 + 1
        return np.array([self.x[2 * i:2 * i + 4].dot(self.w) for i in range(n)]) + self.b

    def bwd_pass(self, dq):
        dx = np.zeros(self.x.size)
        self.dw = np.zeros(4)
        self.db = dq.sum()
        for i in range(dq.size):
            g = self.w
            g *= dq[i]
            dx[2 * i:2 * i + 4] += g
            self.dw += dq[i] * self.x[2 * i:2 * i + 4]
        return dx[2:-2]

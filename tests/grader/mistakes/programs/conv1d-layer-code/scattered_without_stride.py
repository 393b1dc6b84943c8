# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "101", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 328e006e039458a4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
class LayerConv1d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        self.n_out = (len(self.x) - 6) // 2 + 1
        return np.array([self.x[2*i:2*i+6] @ self.w + self.b for i in range(self.n_out)])

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(6)
        self.db = dq.sum()
        for i, g in enumerate(dq):
            self.dw += g * self.x[2*i:2*i+6]
            dx[i:i+6] += g * self.w
        return dx[2:-2]

# %% Practice sheet, seed 7794: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7794", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "7794", "draw": 1, "parameters": {"kernel": [3, 4], "stride": 2, "padding": 1, "bias": true, "channels": [4, 3], "few_loops": true}}
# grader-checksum: 001014ec1492c489

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = w, b
        self.O, self.C, self.kh, self.kw = w.shape
        self.s, self.p = 2, 1

    def im2row(self, x):
        rows = []
        for i in range(self.ho):
            for j in range(self.wo):
                y, z = i * self.s, j * self.s
                rows.append(x[:, y:y + self.kh, z:z + self.kw].ravel())
        return np.array(rows)

    def fwd_pass(self, p):
        x = np.pad(p, [(0, 0), (self.p, self.p), (self.p, self.p)])
        self.shape = x.shape
        self.ho = (x.shape[1] - self.kh) // self.s + 1
        self.wo = (x.shape[2] - self.kw) // self.s + 1
        self.rows = self.im2row(x)                          # (places, C*kh*kw)
        out = self.rows @ self.w.reshape(self.O, -1).T + self.b   # (places, O)
        return out.reshape(self.O, self.ho, self.wo)

    def bwd_pass(self, dq):
        d = dq.reshape(self.O, -1)                          # (O, places)
        self.dw = (d @ self.rows).reshape(self.w.shape)
        self.db = d.sum(axis=1)
        drows = d.T @ self.w.reshape(self.O, -1)
        dx = np.zeros(self.shape)
        for n, row in enumerate(drows):
            y = n // self.wo * self.s
            z = n % self.wo * self.s
            dx[:, y:y + self.kh, z:z + self.kw] += row.reshape(self.C, self.kh, self.kw)
        return dx[:, self.p:-self.p, self.p:-self.p]

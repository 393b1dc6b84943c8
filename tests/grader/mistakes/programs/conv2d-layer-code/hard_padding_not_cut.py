# %% Practice sheet, seed 7322: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7322", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "7322", "draw": 1, "parameters": {"kernel": [5, 4], "stride": 3, "padding": 1, "bias": true, "channels": [3, 4], "few_loops": true}}
# grader-checksum: e1c721a3617c354b

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    STRIDE = 3

    def __init__(self, w, b):
        self.w = np.asarray(w, dtype=float)
        self.b = np.asarray(b, dtype=float)

    def fwd_pass(self, p):
        s = self.STRIDE
        cout, cin, kh, kw = self.w.shape
        x = np.zeros((cin, p.shape[1] + 2, p.shape[2] + 2))
        x[:, 1:-1, 1:-1] = p
        self.oh = (x.shape[1] - kh) // s + 1
        self.ow = (x.shape[2] - kw) // s + 1
        cols = []
        for i in range(self.oh):
            for j in range(self.ow):
                cols.append(x[:, i * s:i * s + kh, j * s:j * s + kw].ravel())
        self.rows = np.array(cols)
        self.xshape = x.shape
        q = self.rows @ self.w.reshape(cout, -1).T + self.b
        return q.T.reshape(cout, self.oh, self.ow)

    def bwd_pass(self, dq):
        s = self.STRIDE
        cout, cin, kh, kw = self.w.shape
        g = dq.reshape(cout, -1)
        self.db = g.sum(axis=1)
        self.dw = (g @ self.rows).reshape(self.w.shape)
        drows = g.T @ self.w.reshape(cout, -1)
        dx = np.zeros(self.xshape)
        for n in range(len(drows)):
            i, j = divmod(n, self.ow)
            dx[:, i * s:i * s + kh, j * s:j * s + kw] += drows[n].reshape(cin, kh, kw)
        return dx

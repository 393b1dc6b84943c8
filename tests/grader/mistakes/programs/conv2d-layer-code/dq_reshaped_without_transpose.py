# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"kernel": [3, 4], "stride": 2, "padding": 2, "bias": true, "channels": [4, 3], "few_loops": true}}
# grader-checksum: 6cab69c63acfda6c

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def _windows(self, x):
        v = np.lib.stride_tricks.sliding_window_view(x, self.w.shape[2:], axis=(1, 2))
        return v[:, ::2, ::2]

    def fwd_pass(self, p):
        O = self.w.shape[0]
        self.shape = p.shape
        x = np.pad(p, ((0, 0), (2, 2), (2, 2)))
        v = self._windows(x)
        self.h, self.wd = v.shape[1:3]
        self.rows = v.transpose(1, 2, 0, 3, 4).reshape(self.h * self.wd, -1)
        q = self.rows @ self.w.reshape(O, -1).T + self.b
        return q.T.reshape(O, self.h, self.wd)

    def bwd_pass(self, dq):
        O, C, kh, kw = self.w.shape
        g = dq.reshape(-1, O)
        self.dw = (g.T @ self.rows).reshape(self.w.shape)
        self.db = np.sum(dq, axis=(1, 2))
        drows = (g @ self.w.reshape(O, -1)).reshape(self.h, self.wd, C, kh, kw)
        dx = np.zeros((C, self.shape[1] + 4, self.shape[2] + 4))
        for a in range(kh):
            for b in range(kw):
                dx[:, a:a + 2 * self.h - 1:2, b:b + 2 * self.wd - 1:2] += drows[:, :, :, a, b].transpose(2, 0, 1)
        return dx[:, 2:2 + self.shape[1], 2:2 + self.shape[2]]

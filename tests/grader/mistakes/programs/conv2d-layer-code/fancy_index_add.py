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
        self.w = w
        self.b = b

    def _indices(self, shape):
        # index arrays of im2col, as in the lecture notes
        C, H, W = shape
        _, _, kh, kw = self.w.shape
        ho, wo = (H - kh) // 2 + 1, (W - kw) // 2 + 1
        c = np.repeat(np.arange(C), kh * kw)[:, None]
        i0 = np.tile(np.repeat(np.arange(kh), kw), C)
        j0 = np.tile(np.arange(kw), kh * C)
        i1 = 2 * np.repeat(np.arange(ho), wo)
        j1 = 2 * np.tile(np.arange(wo), ho)
        return c, i0[:, None] + i1[None, :], j0[:, None] + j1[None, :], ho, wo

    def fwd_pass(self, p):
        xp = np.pad(p, ((0, 0), (1, 1), (1, 1)))
        c, i, j, ho, wo = self._indices(xp.shape)
        cols = xp[c, i, j]
        self.cache = xp.shape, cols
        q = self.w.reshape(len(self.w), -1) @ cols
        return q.reshape(-1, ho, wo) + self.b.reshape(-1, 1, 1)

    def bwd_pass(self, dq):
        shape, cols = self.cache
        c, i, j, ho, wo = self._indices(shape)
        d = dq.reshape(len(self.w), -1)
        self.dw = (d @ cols.T).reshape(self.w.shape)
        self.db = d.sum(axis=1)
        dcols = self.w.reshape(len(self.w), -1).T @ d
        dx = np.zeros(shape)
        dx[c, i, j] += dcols
        return dx[:, 1:-1, 1:-1]

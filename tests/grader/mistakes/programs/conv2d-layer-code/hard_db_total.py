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

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        kh, kw = self.w.shape[2:]
        _, H, W = p.shape
        self.hw = (H, W)
        self.xp = np.pad(p, [(0, 0), (1, 1), (1, 1)])
        oh = (H + 2 - kh) // 3 + 1
        ow = (W + 2 - kw) // 3 + 1
        q = np.zeros((self.w.shape[0], oh, ow))
        for i in range(oh):
            for j in range(ow):
                crop = self.xp[:, 3 * i:3 * i + kh, 3 * j:3 * j + kw]
                q[:, i, j] = np.tensordot(self.w, crop, 3) + self.b
        return q

    def bwd_pass(self, dq):
        kh, kw = self.w.shape[2:]
        H, W = self.hw
        self.dw = np.zeros(self.w.shape)
        self.db = dq.sum()
        dxp = np.zeros(self.xp.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                rows, cols = slice(3 * i, 3 * i + kh), slice(3 * j, 3 * j + kw)
                self.dw += dq[:, i, j][:, None, None, None] * self.xp[:, rows, cols]
                dxp[:, rows, cols] += np.tensordot(dq[:, i, j], self.w, 1)
        return dxp[:, 1:H + 1, 1:W + 1]

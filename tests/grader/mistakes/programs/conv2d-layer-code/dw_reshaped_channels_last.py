# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "512", "draw": 1, "parameters": {"kernel": [4, 5], "stride": 3, "padding": 2, "bias": true, "channels": [4, 3], "few_loops": true}}
# grader-checksum: 437b516248221d78

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        O, C, kh, kw = self.w.shape
        img = np.pad(p, ((0, 0), (2, 2), (2, 2))).transpose(1, 2, 0)
        self.img_shape = img.shape
        self.oh = (img.shape[0] - kh) // 3 + 1
        self.ow = (img.shape[1] - kw) // 3 + 1
        rows = []
        for i in range(self.oh):
            for j in range(self.ow):
                rows.append(img[3 * i:3 * i + kh, 3 * j:3 * j + kw].ravel())
        self.rows = np.array(rows)
        self.wmat = self.w.transpose(0, 2, 3, 1).reshape(O, -1)
        out = self.rows @ self.wmat.T + self.b
        return out.reshape(self.oh, self.ow, O).transpose(2, 0, 1)

    def bwd_pass(self, dq):
        O, C, kh, kw = self.w.shape
        d = dq.transpose(1, 2, 0).reshape(-1, O)
        self.db = d.sum(axis=0)
        self.dw = (d.T @ self.rows).reshape(self.w.shape)
        drows = d @ self.wmat
        dimg = np.zeros(self.img_shape)
        for i in range(self.oh):
            for j in range(self.ow):
                dimg[3 * i:3 * i + kh, 3 * j:3 * j + kw] += drows[i * self.ow + j].reshape(kh, kw, C)
        return dimg.transpose(2, 0, 1)[:, 2:-2, 2:-2]

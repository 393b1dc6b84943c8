# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"kernel": [5, 4], "stride": 3, "padding": 2, "bias": true, "channels": [3, 4], "few_loops": true}}
# grader-checksum: a09f569773a77eb7

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.stride = 3
        self.padding = 2

    def out_size(self, size, kernel):
        return (size + 2 * self.padding - kernel) // self.stride + 1

    def fwd_pass(self, p):
        self.p_shape = p.shape
        n = self.padding
        self.pp = np.pad(p, ((0, 0), (n, n), (n, n)))
        kh, kw = self.w.shape[2:]
        H_out = self.out_size(p.shape[1], kh)
        W_out = self.out_size(p.shape[2], kh)
        q = np.zeros((self.w.shape[0], H_out, W_out))
        for i in range(H_out):
            for j in range(W_out):
                y, x = i * self.stride, j * self.stride
                window = self.pp[:, y:y + kh, x:x + kw]
                q[:, i, j] = (self.w * window).sum(axis=(1, 2, 3)) + self.b
        return q

    def bwd_pass(self, dq):
        kh, kw = self.w.shape[2:]
        n = self.padding
        self.db = dq.sum(axis=2).sum(axis=1)
        self.dw = np.zeros_like(self.w, dtype=float)
        dpp = np.zeros_like(self.pp, dtype=float)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                y, x = i * self.stride, j * self.stride
                g = dq[:, i, j][:, None, None, None]
                self.dw += g * self.pp[:, y:y + kh, x:x + kw]
                dpp[:, y:y + kh, x:x + kw] += (g * self.w).sum(axis=0)
        return dpp[:, n:n + self.p_shape[1], n:n + self.p_shape[2]]

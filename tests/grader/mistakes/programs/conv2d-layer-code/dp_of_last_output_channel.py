# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"kernel": [3, 3], "stride": 1, "padding": 1, "bias": false, "channels": [3, 2], "few_loops": false}}
# grader-checksum: 1a78fb00c041f07e

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.n_out, self.n_in, self.kh, self.kw = w.shape

    def fwd_pass(self, p):
        self.p = p
        C, H, W = p.shape
        self.padded = np.zeros((C, H + 2, W + 2))
        self.padded[:, 1:-1, 1:-1] = p
        q = np.zeros((self.n_out, H, W))
        for o in range(self.n_out):
            for i in range(H):
                for j in range(W):
                    q[o, i, j] = (self.padded[:, i:i + self.kh, j:j + self.kw] * self.w[o]).sum()
        return q

    def bwd_pass(self, dq):
        self.dw = np.zeros(self.w.shape)
        for o in range(self.n_out):
            dpadded = np.zeros(self.padded.shape)
            for i in range(dq.shape[1]):
                for j in range(dq.shape[2]):
                    crop = self.padded[:, i:i + self.kh, j:j + self.kw]
                    self.dw[o] += dq[o, i, j] * crop
                    dpadded[:, i:i + self.kh, j:j + self.kw] += dq[o, i, j] * self.w[o]
        return dpadded[:, 1:-1, 1:-1]

# %% Practice sheet, seed 7130: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7130", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "standard", "seed": "7130", "draw": 1, "parameters": {"kernel": [5, 5], "stride": 1, "padding": 2, "bias": false, "channels": [2, 4], "few_loops": false}}
# grader-checksum: 6a638d0315d35460

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def corr2d(x, k):
    """plain 2D cross-correlation, no padding"""
    h, w = k.shape
    out = np.zeros((x.shape[0] - h + 1, x.shape[1] - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (x[i:i + h, j:j + w] * k).sum()
    return out


class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(w.shape)

    def fwd_pass(self, p):
        self.p = p
        n_out, n_in = self.w.shape[:2]
        q = np.zeros((n_out,) + p.shape[1:])
        for o in range(n_out):
            for c in range(n_in):
                q[o] = corr2d(np.pad(p[c], 2), self.w[o, c])
        return q

    def bwd_pass(self, dq):
        n_out, n_in = self.w.shape[:2]
        self.dw = np.zeros(self.w.shape)
        dp = np.zeros(self.p.shape)
        for o in range(n_out):
            for c in range(n_in):
                self.dw[o, c] = corr2d(np.pad(self.p[c], 2), dq[o])
                dp[c] += corr2d(np.pad(dq[o], 2), self.w[o, c, ::-1, ::-1])
        return dp

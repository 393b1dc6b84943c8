# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"kernel": [5, 5], "stride": 1, "padding": 2, "bias": true, "channels": [3, 2], "few_loops": false}}
# grader-checksum: e0ddd62cd969dc73

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def correlate(x, k):
    h = x.shape[0] - k.shape[0] + 1
    w = x.shape[1] - k.shape[1] + 1
    out = np.zeros((h, w))
    for a in range(k.shape[0]):
        for b in range(k.shape[1]):
            out += k[a, b] * x[a:a + h, b:b + w]
    return out


class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = np.pad(p, ((0, 0), (2, 2), (2, 2)))
        q = np.zeros((self.w.shape[0], p.shape[1], p.shape[2]))
        for o in range(self.w.shape[0]):
            for c in range(self.w.shape[1]):
                q[o] += correlate(self.p[c], self.w[o, c]) + self.b[o]
        return q

    def bwd_pass(self, dq):
        self.db = dq.sum(axis=(1, 2))
        self.dw = np.zeros(self.w.shape)
        dp = np.zeros((self.p.shape[0], dq.shape[1], dq.shape[2]))
        for o in range(self.w.shape[0]):
            padded = np.pad(dq[o], 2)
            for c in range(self.w.shape[1]):
                self.dw[o, c] = correlate(self.p[c], dq[o])
                dp[c] += correlate(padded, self.w[o, c, ::-1, ::-1])
        return dp

# %% Practice sheet, seed 7320: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7320", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "easy", "seed": "7320", "draw": 1, "parameters": {"kernel": [2, 3], "stride": 1, "padding": 0, "bias": true, "channels": null, "few_loops": false}}
# grader-checksum: ec3d95ec4172c71d

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p.copy()
        kh, kw = self.w.shape
        H, W = p.shape
        q = np.zeros((H - kh + 1, W - kw + 1))
        for i in range(H - kh + 1):
            for j in range(W - kw + 1):
                q[i, j] = np.sum(p[i:i + kh, j:j + kw] * self.w + self.b)
        return q

    def bwd_pass(self, dq):
        kh, kw = self.w.shape
        dp = np.zeros(self.p.shape)
        self.dw = np.zeros((kh, kw))
        self.db = np.sum(dq)
        for i in range(dq.shape[0]):
            for j in range(dq.shape[1]):
                dp[i:i + kh, j:j + kw] += dq[i, j] * self.w
                self.dw += dq[i, j] * self.p[i:i + kh, j:j + kw]
        return dp

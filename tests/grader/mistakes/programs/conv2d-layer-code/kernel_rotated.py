# %% Practice sheet, seed 41: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "41", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "easy", "seed": "41", "draw": 1, "parameters": {"kernel": [2, 4], "stride": 1, "padding": 0, "bias": false, "channels": null, "few_loops": false}}
# grader-checksum: 87aa1f455c79b810

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        kh, kw = self.w.shape
        h = p.shape[0] - kh + 1
        w = p.shape[1] - kw + 1
        q = np.zeros((h, w))
        kernel = self.w[::-1, ::-1]
        for i in range(h):
            for j in range(w):
                q[i, j] = np.sum(kernel * p[i:i + kh, j:j + kw])
        return q

    def bwd_pass(self, dq):
        kh, kw = self.w.shape
        self.dw = np.zeros((kh, kw))
        dp = np.zeros(self.p.shape)
        for i in range(dq.shape[0]):
            for j in range(dq.shape[1]):
                self.dw += dq[i, j] * self.p[i:i + kh, j:j + kw]
                dp[i:i + kh, j:j + kw] += dq[i, j] * self.w
        return dp

# %% Practice sheet, seed 640: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "640", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "easy", "seed": "640", "draw": 1, "parameters": {"kernel": [3, 2], "stride": 1, "padding": 0, "bias": false, "channels": null, "few_loops": false}}
# grader-checksum: 3fef7fb8e0e969c4

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    def __init__(self, w):
        self.w = np.asarray(w)

    def fwd_pass(self, p):
        self.p = np.asarray(p)
        windows = np.lib.stride_tricks.sliding_window_view(self.p, self.w.shape)
        return np.einsum("ijkl,kl->ij", windows, self.w)

    def bwd_pass(self, dq):
        rows, cols = dq.shape
        kh, kw = self.w.shape
        self.dw = np.empty((kh, kw))
        dp = np.zeros(self.p.shape)
        for a in range(kh):
            for b in range(kw):
                self.dw[a, b] = np.sum(dq * self.p[a:a + rows, b:b + cols])
                dp[a:a + rows, b:b + cols] = self.w[a, b] * dq
        return dp

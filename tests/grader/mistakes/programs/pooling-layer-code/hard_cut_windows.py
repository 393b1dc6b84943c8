# %% Practice sheet, seed 7325: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7325", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "hard", "seed": "7325", "draw": 1, "parameters": {"kind": "mean", "kernel": [3, 3], "stride": [2, 2], "channels": true, "whole": "max"}}
# grader-checksum: a406bbe76aee7e11

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMeanPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.shape = p.shape
        C, H, W = p.shape
        oh = H // 2
        ow = W // 2
        q = np.zeros((C, oh, ow))
        for i in range(oh):
            for j in range(ow):
                q[:, i, j] = p[:, 2 * i:2 * i + 3, 2 * j:2 * j + 3].mean(axis=(1, 2))
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dp[:, 2 * i:2 * i + 3, 2 * j:2 * j + 3] += dq[:, i, j][:, None, None] / 9
        return dp


class LayerGlobalMaxPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.shape = p.shape
        flat = p.reshape(p.shape[0], -1)
        self.idx = flat.argmax(axis=1)
        return flat.max(axis=1)

    def bwd_pass(self, dq):
        C, H, W = self.shape
        dp = np.zeros((C, H, W))
        for c in range(C):
            dp[c, self.idx[c] // W, self.idx[c] % W] = dq[c]
        return dp

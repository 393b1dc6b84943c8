# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"kind": "max", "kernel": [4, 4], "stride": [3, 3], "channels": true, "whole": "mean"}}
# grader-checksum: 92e68063c0f5d727

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMaxPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.p = p
        C, H, W = p.shape
        h = (H - 4) // 3 + 1
        w = (W - 4) // 3 + 1
        q = np.zeros((C, h, w))
        self.where = {}
        for c in range(C):
            for i in range(h):
                for j in range(w):
                    crop = p[c, 3 * i:3 * i + 4, 3 * j:3 * j + 4]
                    a, b = divmod(int(np.argmax(crop)), 4)
                    self.where[c, i, j] = (c, 3 * i + a, 3 * j + b)
                    q[c, i, j] = crop[a, b]
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for place, cell in self.where.items():
            dp[cell] = dq[place]
        return dp


class LayerGlobalMeanPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.shape = p.shape
        return p.mean(axis=(1, 2))

    def bwd_pass(self, dq):
        C, H, W = self.shape
        return np.ones(self.shape) * dq.reshape(C, 1, 1) / (H * W)

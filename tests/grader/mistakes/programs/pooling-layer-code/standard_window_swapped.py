# %% Practice sheet, seed 7324: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7324", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "standard", "seed": "7324", "draw": 1, "parameters": {"kind": "max", "kernel": [4, 2], "stride": [4, 2], "channels": true, "whole": null}}
# grader-checksum: b0e2594af5a692ae

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMaxPool:
    """Pooling layer with a backward pass."""

    KH, KW = 2, 4

    def fwd_pass(self, p):
        self.p = p.copy()
        kh, kw = self.KH, self.KW
        C, H, W = p.shape
        q = np.empty((C, H // kh, W // kw))
        for i in range(H // kh):
            for j in range(W // kw):
                q[:, i, j] = p[:, i * kh:(i + 1) * kh, j * kw:(j + 1) * kw].max(axis=(1, 2))
        return q

    def bwd_pass(self, dq):
        kh, kw = self.KH, self.KW
        dp = np.zeros(self.p.shape)
        for c in range(dq.shape[0]):
            for i in range(dq.shape[1]):
                for j in range(dq.shape[2]):
                    win = self.p[c, i * kh:(i + 1) * kh, j * kw:(j + 1) * kw]
                    a, b = np.unravel_index(np.argmax(win), win.shape)
                    dp[c, i * kh + a, j * kw + b] = dq[c, i, j]
        return dp

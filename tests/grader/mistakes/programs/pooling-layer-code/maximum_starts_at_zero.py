# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"kind": "max", "kernel": [2, 4], "stride": [2, 4], "channels": true, "whole": null}}
# grader-checksum: 4b09271b326326f5

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMaxPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.p = p
        C, H, W = p.shape
        q = np.zeros((C, H // 2, W // 4))
        for a in range(2):
            for b in range(4):
                q = np.maximum(q, p[:, a:H // 2 * 2:2, b:W // 4 * 4:4])
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        C, h, w = dq.shape
        for c in range(C):
            for i in range(h):
                for j in range(w):
                    window = self.p[c, 2 * i:2 * i + 2, 4 * j:4 * j + 4]
                    a, b = np.unravel_index(window.argmax(), window.shape)
                    dp[c, 2 * i + a, 4 * j + b] = dq[c, i, j]
        return dp

# %% Practice sheet, seed 7782: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7782", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "standard", "seed": "7782", "draw": 1, "parameters": {"kind": "max", "kernel": [2, 4], "stride": [2, 4], "channels": true, "whole": null}}
# grader-checksum: 5956afe20479aeb5

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMaxPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.p = p
        C, H, W = p.shape
        q = np.zeros((C, H // 2, W // 4))
        for c in range(C):
            for i in range(H // 2):
                for j in range(W // 4):
                    q[c, i, j] = np.max(p[c, 2*i:2*i+2, 4*j:4*j+4])
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        C, H, W = dq.shape
        for c in range(C):
            for i in range(H):
                for j in range(W):
                    window = self.p[c, 2*i:2*i+2, 4*j:4*j+4]
                    # position of the max inside the window
                    a, b = divmod(np.argmax(window), 2)
                    dp[c, 2*i + a, 4*j + b] = dq[c, i, j]
        return dp

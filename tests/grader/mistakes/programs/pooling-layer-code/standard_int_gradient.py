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

    def fwd_pass(self, p):
        c, h, w = p.shape
        self.p = p.copy()
        self.where = {}
        q = np.zeros((c, h // 4, w // 2))
        for k in range(c):
            for i in range(h // 4):
                for j in range(w // 2):
                    m = p[k, 4 * i, 2 * j]
                    pos = (4 * i, 2 * j)
                    for a in range(4 * i, 4 * i + 4):
                        for b in range(2 * j, 2 * j + 2):
                            if p[k, a, b] > m:
                                m = p[k, a, b]
                                pos = (a, b)
                    q[k, i, j] = m
                    self.where[k, i, j] = pos
        return q

    def bwd_pass(self, dq):
        dp = np.zeros_like(self.p)
        for (k, i, j), (a, b) in self.where.items():
            dp[k, a, b] = dq[k, i, j]
        return dp

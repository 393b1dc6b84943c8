# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"kind": "mean", "kernel": [2, 4], "stride": [2, 4], "channels": true, "whole": null}}
# grader-checksum: 9929e44597154cb4

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMeanPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.shape = p.shape
        C, H, W = p.shape
        q = np.zeros((C, H // 2, W // 4), dtype=p.dtype)
        for i in range(H // 2):
            for j in range(W // 4):
                q[:, i, j] = np.mean(p[:, 2 * i:2 * i + 2, 4 * j:4 * j + 4], axis=(1, 2))
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dp[:, 2 * i:2 * i + 2, 4 * j:4 * j + 4] = dq[:, i, j].reshape(-1, 1, 1) / 8
        return dp

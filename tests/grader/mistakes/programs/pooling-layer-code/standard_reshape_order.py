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
        C, H, W = p.shape
        oh, ow = H // 4, W // 2
        self.shape = p.shape
        blocks = p[:, :4 * oh, :2 * ow].reshape(C, oh, ow, 8)
        self.arg = blocks.argmax(axis=3)
        return blocks.max(axis=3)

    def bwd_pass(self, dq):
        dp = np.zeros(self.shape)
        C, oh, ow = dq.shape
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    a, b = divmod(self.arg[c, i, j], 2)
                    dp[c, 4 * i + a, 2 * j + b] += dq[c, i, j]
        return dp

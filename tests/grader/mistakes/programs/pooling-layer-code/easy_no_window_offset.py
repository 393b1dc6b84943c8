# %% Practice sheet, seed 7323: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7323", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "easy", "seed": "7323", "draw": 1, "parameters": {"kind": "max", "kernel": [3], "stride": [3], "channels": false, "whole": null}}
# grader-checksum: b5ae38f268f8ef76

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMaxPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        n = len(p) // 3
        blocks = p[:3 * n].reshape(n, 3)
        self.arg = blocks.argmax(axis=1)
        self.length = len(p)
        return blocks.max(axis=1)

    def bwd_pass(self, dq):
        n = len(dq)
        dp = np.zeros(self.length)
        dp[self.arg] = dq
        return dp

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
        self.size = len(p)
        self.best = []
        q = []
        for start in range(0, len(p), 3):
            window = list(p[start:start + 3])
            m = max(window)
            q.append(m)
            self.best.append(start + window.index(m))
        return np.array(q)

    def bwd_pass(self, dq):
        dp = np.zeros(self.size)
        for n, pos in enumerate(self.best):
            dp[pos] = dq[n]
        return dp

# %% Practice sheet, seed 41: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "41", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "easy", "seed": "41", "draw": 1, "parameters": {"kind": "max", "kernel": [6], "stride": [6], "channels": false, "whole": null}}
# grader-checksum: 980d0fa4d359a7d9

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMaxPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.p = p
        q = []
        for start in range(0, len(p), 6):
            q.append(max(p[start:start + 6]))
        return np.array(q)

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        for i, g in enumerate(dq):
            window = self.p[6 * i:6 * i + 6]
            dp[6 * i + np.argmax(window)] = g
        return dp

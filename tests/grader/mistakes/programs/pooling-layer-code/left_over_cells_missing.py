# %% Practice sheet, seed 640: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "640", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "easy", "seed": "640", "draw": 1, "parameters": {"kind": "mean", "kernel": [4], "stride": [4], "channels": false, "whole": null}}
# grader-checksum: 68fa5991cdb22742

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMeanPool:
    """Pooling layer with a backward pass."""

    size = 4

    def fwd_pass(self, p):
        self.p = p
        q = np.zeros(len(p) // self.size)
        for i in range(len(q)):
            q[i] = np.mean(p[i * self.size:(i + 1) * self.size])
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(len(dq) * self.size)
        for i in range(len(dq)):
            dp[i * self.size:(i + 1) * self.size] = dq[i] / self.size
        return dp

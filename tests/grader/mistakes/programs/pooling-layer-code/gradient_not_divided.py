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

    def fwd_pass(self, p):
        self.n = len(p)
        m = self.n // 4
        return p[:4 * m].reshape(m, 4).mean(axis=1)

    def bwd_pass(self, dq):
        dp = np.zeros(self.n)
        dp[:4 * len(dq)] = np.repeat(dq, 4)
        return dp

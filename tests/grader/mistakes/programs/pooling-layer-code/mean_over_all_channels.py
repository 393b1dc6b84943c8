# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"kind": "mean", "kernel": [4, 2], "stride": [4, 2], "channels": true, "whole": null}}
# grader-checksum: fc79ac18e89802f6

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMeanPool:
    """Pooling layer with a backward pass."""

    KH, KW = 4, 2

    def fwd_pass(self, p):
        self.channels, self.height, self.width = p.shape
        rows = self.height // self.KH
        cols = self.width // self.KW
        q = np.empty((self.channels, rows, cols))
        for r in range(rows):
            for c in range(cols):
                window = p[:, r * self.KH:(r + 1) * self.KH, c * self.KW:(c + 1) * self.KW]
                q[:, r, c] = window.mean()
        return q

    def bwd_pass(self, dq):
        dp = np.zeros((self.channels, self.height, self.width))
        big = np.repeat(np.repeat(dq, self.KH, axis=1), self.KW, axis=2)
        dp[:, :big.shape[1], :big.shape[2]] = big / (self.KH * self.KW)
        return dp

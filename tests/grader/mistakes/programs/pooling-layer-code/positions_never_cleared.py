# %% Practice sheet, seed 7747: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7747", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "hard", "seed": "7747", "draw": 1, "parameters": {"kind": "max", "kernel": [3, 3], "stride": [2, 2], "channels": true, "whole": "mean"}}
# grader-checksum: db50760e4305b775

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMaxPool:
    """Pooling layer with a backward pass."""

    def __init__(self):
        self.places = []

    def fwd_pass(self, p):
        self.size = p.shape
        C, H, W = p.shape
        rows = range(0, H - 3 + 1, 2)
        cols = range(0, W - 3 + 1, 2)
        q = []
        for c in range(C):
            for i in rows:
                for j in cols:
                    crop = p[c, i:i + 3, j:j + 3]
                    m = int(np.argmax(crop))
                    self.places.append((c, i + m // 3, j + m % 3))
                    q.append(crop.max())
        return np.array(q).reshape(C, len(rows), len(cols))

    def bwd_pass(self, dq):
        dp = np.zeros(self.size)
        for place, g in zip(self.places, dq.ravel()):
            dp[place] += g
        return dp


class LayerGlobalMeanPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.size = p.shape
        return np.array([channel.mean() for channel in p])

    def bwd_pass(self, dq):
        C, H, W = self.size
        return np.stack([np.full((H, W), g / (H * W)) for g in dq])

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

    def fwd_pass(self, p):
        self.p = p
        C, H, W = p.shape
        self.Hq, self.Wq = (H - 3) // 2 + 1, (W - 3) // 2 + 1
        q = np.zeros((C, self.Hq, self.Wq))
        for y in range(self.Hq):
            for x in range(self.Wq):
                window = p[:, 2*y : 2*y+3, 2*x : 2*x+3]
                q[:, y, x] = window.max()
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for (c, y, x), g in np.ndenumerate(dq):
            window = self.p[c, 2*y : 2*y+3, 2*x : 2*x+3]
            a, b = divmod(window.argmax(), 3)
            dp[c, 2*y + a, 2*x + b] += g
        return dp


class LayerGlobalMeanPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.shape = p.shape
        return p.reshape(p.shape[0], -1).mean(axis=1)

    def bwd_pass(self, dq):
        n = self.shape[1] * self.shape[2]
        return np.broadcast_to(dq[:, None, None] / n, self.shape).copy()

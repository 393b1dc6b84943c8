# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"kind": "max", "kernel": [4, 4], "stride": [3, 3], "channels": true, "whole": "mean"}}
# grader-checksum: 92e68063c0f5d727

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMaxPool:
    """Pooling layer with a backward pass."""

    K = 4
    S = 3

    def fwd_pass(self, p):
        self.p = p
        v = np.lib.stride_tricks.sliding_window_view(p, (self.K, self.K), axis=(1, 2))
        v = v[:, ::self.S, ::self.S]
        flat = v.reshape(v.shape[:3] + (-1,))
        self.arg = flat.argmax(axis=-1)
        return flat.max(axis=-1)

    def bwd_pass(self, dq):
        c, i, j = np.indices(dq.shape)
        rows = self.S * i + self.arg // self.K
        cols = self.S * j + self.arg % self.K
        dp = np.zeros(self.p.shape)
        np.add.at(dp, (c, rows, cols), dq)
        return dp


class LayerGlobalMeanPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.p = p
        return np.mean(p.reshape(p.shape[0], -1), axis=1)

    def bwd_pass(self, dq):
        each = dq / self.p.size
        return np.broadcast_to(each[:, None, None], self.p.shape).copy()

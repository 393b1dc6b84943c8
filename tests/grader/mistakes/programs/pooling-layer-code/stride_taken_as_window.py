# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"kind": "mean", "kernel": [4, 4], "stride": [2, 2], "channels": true, "whole": "max"}}
# grader-checksum: a0b8fe4698e933cb

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMeanPool:
    """Pooling layer with a backward pass."""

    def __init__(self):
        self.k = 4
        self.s = 4

    def fwd_pass(self, p):
        self.shape = p.shape
        C, H, W = p.shape
        oh = (H - self.k) // self.s + 1
        ow = (W - self.k) // self.s + 1
        q = np.zeros((C, oh, ow))
        for i in range(oh):
            for j in range(ow):
                y, x = i * self.s, j * self.s
                q[:, i, j] = p[:, y:y + self.k, x:x + self.k].sum(axis=(1, 2)) / self.k ** 2
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                y, x = i * self.s, j * self.s
                dp[:, y:y + self.k, x:x + self.k] += dq[:, i, j][:, None, None] / self.k ** 2
        return dp


class LayerGlobalMaxPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.shape = p.shape
        flat = p.reshape(p.shape[0], -1)
        self.idx = flat.argmax(axis=1)
        return flat.max(axis=1)

    def bwd_pass(self, dq):
        flat = np.zeros((self.shape[0], self.shape[1] * self.shape[2]))
        flat[np.arange(len(dq)), self.idx] = dq
        return flat.reshape(self.shape)

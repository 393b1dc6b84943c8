# %% Practice sheet, seed 6990: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6990", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "6990", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 9722435db7ac8345

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.array(w)
        self.b = 0.0
        self.dw = np.zeros(5)
        self.db = 0.0

    def fwd_pass(self, p):
        self.n = len(p)
        self.xp = np.hstack((np.zeros(2), p, np.zeros(2)))
        self.pos = range(0, self.n - 5 + 2 * 2 + 1, 3)
        return np.array([np.sum(self.w * self.xp[a:a + 5]) for a in self.pos]) + self.b

    def bwd_pass(self, dq):
        dxp = np.zeros(self.n + 4)
        self.dw = np.zeros(5)
        for d, a in zip(dq, self.pos):
            self.dw += d * self.xp[a:a + 5]
            dxp[a:a + 5] += d * self.w
        self.db = sum(dq)
        return dxp[2:2 + self.n]

# %% Practice sheet, seed 27011: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "27011", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "27011", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: e9ebf5de73d81dda

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.n = len(p)
        self.xp = np.pad(p, 2)
        return np.correlate(self.xp, self.w, 'valid')[::2] + self.b

    def bwd_pass(self, dq):
        m = len(dq)
        self.db = np.sum(dq)
        self.dw = np.array([np.dot(dq, self.xp[j:j + 2 * m - 1:2]) for j in range(6)])
        up = np.repeat(dq, 2)[:2 * m - 1]
        dxp = np.zeros(self.n + 4)
        full = np.convolve(up, self.w)
        dxp[:len(full)] = full
        return dxp[2:2 + self.n]

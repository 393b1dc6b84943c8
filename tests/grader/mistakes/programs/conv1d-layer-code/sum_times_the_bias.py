# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "101", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 328e006e039458a4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def _windows(self, x):
        return np.lib.stride_tricks.sliding_window_view(x, 6)[::2]

    def fwd_pass(self, p):
        self.x = np.pad(p, (2, 2))
        return self._windows(self.x).dot(self.w) + self.b

    def bwd_pass(self, dq):
        self.db = np.sum(dq * self.b)
        self.dw = self._windows(self.x).T.dot(dq)
        dx = np.zeros(self.x.size)
        for j in range(6):
            dx[j:j + 2 * len(dq):2][:len(dq)] += self.w[j] * dq
        return dx[2:self.x.size - 2]

# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1", "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 19a049348f9fd52d

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

from functools import partial

class GeneralConv1d:
    def __init__(self, w, b, stride, padding):
        self.w, self.b, self.s, self.p = w, b, stride, padding

    def fwd_pass(self, p):
        self.x = np.pad(p, self.p)
        k = len(self.w)
        return np.array([self.x[i:i + k] @ self.w + self.b for i in range(0, len(self.x) - k + 1, self.s)])

    def bwd_pass(self, dq):
        k = len(self.w)
        dx, self.dw, self.db = np.zeros(len(self.x)), np.zeros(k), np.sum(dq)
        for i, g in enumerate(dq):
            dx[i * self.s:i * self.s + k] += g * self.w
            self.dw += g * self.x[i * self.s:i * self.s + k]
        return dx[self.p:-self.p]

LayerConv1d = partial(GeneralConv1d, stride=3, padding=2)

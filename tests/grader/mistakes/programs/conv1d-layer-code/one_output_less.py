# %% Practice sheet, seed 413: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "413", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "413", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 3, "bias": true}}
# grader-checksum: 3f1c543aea06b6f3

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        n, k, pad, s = len(p), len(self.w), 3, 2
        self.x = np.pad(p, pad)
        self.m = (n + 2 * pad - k) // s
        out = np.zeros(self.m)
        for i in range(self.m):
            out[i] = self.x[i * s:i * s + k] @ self.w + self.b
        return out

    def bwd_pass(self, dq):
        k, s = len(self.w), 2
        dx, dw = np.zeros(len(self.x)), np.zeros(k)
        for i in range(self.m):
            dx[i * s:i * s + k] += dq[i] * self.w
            dw += dq[i] * self.x[i * s:i * s + k]
        self.dw = dw
        self.db = np.sum(dq[:self.m])
        return dx[3:-3]

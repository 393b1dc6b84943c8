# %% Practice sheet, seed 414: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "414", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "414", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 327bdc59023fb9aa

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        m = (len(self.x) - 5) // 2 + 1
        return np.array([np.dot(self.x[2 * i:2 * i + 5], self.w) for i in range(m)]) + self.b

    def bwd_pass(self, dq):
        m = len(dq)
        reach = np.concatenate([self.x, np.zeros(2 * 5 + m)])
        self.dw = np.array([np.dot(reach[2 * k:2 * k + m], dq) for k in range(5)])
        self.db = np.sum(dq)
        dx = np.zeros(len(self.x))
        for i in range(m):
            dx[2 * i:2 * i + 5] += dq[i] * self.w
        return dx[2:-2]

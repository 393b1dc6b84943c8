# %% Practice sheet, seed 1240: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1240", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1240", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 673485d4822bf281

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.k = len(w)
        self.p = self.k // 2

    def fwd_pass(self, p):
        self.xp = np.pad(p, self.p)
        q = np.zeros(len(p))
        for i in range(len(p)):
            q[i] = np.sum(self.xp[i:i + self.k] * self.w)
        return q

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.xp))
        dw = np.zeros(self.k)
        for i in range(len(dq)):
            dx[i:i + self.k] += self.w * dq[i]
            dw += self.xp[i:i + self.k] * dq[i]
        self.dw = dw
        return dx

# %% Practice sheet, seed 302: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "302", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "302", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 73a007078d75912b

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    REG = 0.01

    def __init__(self, w):
        self.w = np.asarray(w)

    def fwd_pass(self, p):
        self.xp = np.pad(p, 3)
        return np.array([self.xp[i:i + 7] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        dxp = np.zeros(len(self.xp))
        dw = np.zeros(7)
        for i in range(len(dq)):
            dw += dq[i] * self.xp[i:i + 7]
            dxp[i:i + 7] += dq[i] * self.w
        self.dw = dw + self.REG * self.w
        return dxp[3:-3]

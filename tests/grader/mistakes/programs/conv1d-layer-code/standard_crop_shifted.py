# %% Practice sheet, seed 7315: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7315", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7315", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 2a592e04eb261ce4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.array(w)

    def fwd_pass(self, p):
        self.x = np.pad(p, 1)
        q = np.zeros(len(p))
        for i in range(len(p)):
            q[i] = np.sum(self.x[i:i + 3] * self.w)
        return q

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(3)
        for i in range(len(dq)):
            dx[i:i + 3] += dq[i] * self.w
            self.dw += dq[i] * self.x[i:i + 3]
        return dx[:-2]

# %% Practice sheet, seed 65486: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "65486", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "65486", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 30cc72dcca278a36

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(3)

    def fwd_pass(self, p):
        self.xpad = np.pad(p, 1)
        q = np.zeros_like(p)
        for i in range(len(p)):
            q[i] = (self.xpad[i:i + 3] * self.w).sum()
        return q

    def bwd_pass(self, dq):
        self.dw = np.zeros(3)
        dxpad = np.zeros(len(dq) + 2)
        for i in range(len(dq)):
            self.dw += dq[i] * self.xpad[i:i + 3]
            dxpad[i:i + 3] += dq[i] * self.w
        return dxpad[1:1 + len(dq)]

# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "103", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 8cf38198f68d053b

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.r_[np.zeros(3), p, np.zeros(3)]
        return np.array([np.dot(self.x[i:i + 7], self.w) for i in range(len(p))])

    def bwd_pass(self, dq):
        dx = np.zeros_like(self.x)
        for i in range(len(dq)):
            self.dw = dq[i] * self.x[i:i + 7]
            dx[i:i + 7] += dq[i] * self.w
        return dx[3:-3]

# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "101", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 914306223c95a7c4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        x = np.pad(p, 3)
        q = np.array([np.vdot(x[i:i+7], self.w) for i in range(len(p))])
        self.last = q
        return q

    def bwd_pass(self, dq):
        x = np.pad(self.last, 3)
        dx = np.zeros(x.shape)
        dw = np.zeros(7)
        for i in range(len(dq)):
            dw += x[i:i+7] * dq[i]
            dx[i:i+7] += self.w * dq[i]
        self.dw = dw
        return dx[3:-3]

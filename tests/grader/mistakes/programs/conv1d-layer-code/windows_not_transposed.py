# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "102", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: f809ff5754e1be62

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        xp = np.pad(p, 3)
        self.X = np.array([xp[i:i + 7] for i in range(len(p))])
        return self.X @ self.w

    def bwd_pass(self, dq):
        self.dw = self.X @ dq
        dxp = np.zeros(len(dq) + 6)
        for i in range(len(dq)):
            dxp[i:i + 7] += self.w * dq[i]
        return dxp[3:-3]

# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "102", "draw": 1, "parameters": {"kernel": 7, "stride": 2, "padding": 3, "bias": true}}
# grader-checksum: 33e97de06d54af97

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        xp = np.pad(p, 3)
        m = (len(xp) - 7) // 2 + 1
        q = np.zeros(m)
        for i in range(m):
            window = xp[2 * i:2 * i + 7]
            q[i] = np.sum(window * self.w + self.b)
        return q

    def bwd_pass(self, dq):
        xp = np.pad(self.p, 3)
        dxp = np.zeros_like(xp, dtype=float)
        dw = np.zeros(7)
        for i in range(len(dq)):
            window = xp[2 * i:2 * i + 7]
            dw = dw + window * dq[i]
            dxp[2 * i:2 * i + 7] = dxp[2 * i:2 * i + 7] + self.w * dq[i]
        self.dw = dw
        self.db = sum(dq)
        return dxp[3:3 + len(self.p)]

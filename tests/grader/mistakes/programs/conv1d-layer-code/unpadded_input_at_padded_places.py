# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "103", "draw": 1, "parameters": {"kernel": 4, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: baaaedc40f593878

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 4
class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        self.x = np.pad(p, 2)
        n = (len(self.x) - 4) // 2 + 1
        q = np.empty(n)
        for i in range(n):
            q[i] = self.w @ self.x[2 * i:2 * i + 4] + self.b
        return q

    def bwd_pass(self, dq):
        self.dw = np.zeros(4)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            for j in range(4):
                m = 2 * i + j - 2
                if m < len(self.p):
                    self.dw[j] += dq[i] * self.p[m]
                dx[2 * i + j] += dq[i] * self.w[j]
        self.db = np.sum(dq)
        return dx[2:-2]

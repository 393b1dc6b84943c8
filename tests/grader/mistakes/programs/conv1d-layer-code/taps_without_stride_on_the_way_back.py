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
        self.x = np.pad(p, 3)
        n = (self.x.size - 7) // 2 + 1
        q = np.full(n, float(self.b))
        for j in range(7):
            q += self.w[j] * self.x[j:j + 2 * n - 1:2]
        return q

    def bwd_pass(self, dq):
        n = dq.size
        dx = np.zeros(self.x.size)
        dw = np.zeros(7)
        for j in range(7):
            dw[j] = np.dot(dq, self.x[j:j + n])
            dx[j:j + 2 * n - 1:2] += self.w[j] * dq
        self.dw = dw
        self.db = np.sum(dq)
        return dx[3:-3]

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
        x = np.pad(p, 3)
        q = []
        i = 0
        while i + 7 <= len(x):
            q.append((x[i:i+7] * self.w).sum() + self.b)
            i += 2
        return np.array(q)

    def bwd_pass(self, dq):
        x = np.pad(self.p, 3)
        dx = np.zeros(len(x))
        self.dw = np.zeros(7)
        self.db = np.sum(dq)
        i = 0
        while i < len(dq) - 1:
            dx[2*i:2*i+7] += self.w * dq[i]
            self.dw += x[2*i:2*i+7] * dq[i]
            i += 1
        return dx[3:-3]

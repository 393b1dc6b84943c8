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
        out = []
        for i in range(0, len(x) - 6, 2):
            out.append(np.dot(x[i:i+7], self.w) + self.b)
        return np.array(out)

    def bwd_pass(self, dq):
        x = np.pad(self.p, 3)
        dx = np.zeros(2 * (len(dq) - 1) + 7)
        self.dw = np.zeros(7)
        for i in range(len(dq)):
            dx[2*i:2*i+7] += dq[i] * self.w
            self.dw += dq[i] * x[2*i:2*i+7]
        self.db = np.sum(dq)
        return dx[3:-3]

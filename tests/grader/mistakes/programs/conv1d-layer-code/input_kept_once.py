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
        self.p = None

    def fwd_pass(self, p):
        if self.p is None:
            self.p = p
        x = np.pad(p, 2)
        return np.array([self.w @ x[s:s + 4] + self.b for s in range(0, len(x) - 3, 2)])

    def bwd_pass(self, dq):
        x = np.pad(self.p, 2)
        dx = np.zeros(len(x))
        dw = np.zeros(4)
        for k, s in enumerate(range(0, 2 * len(dq), 2)):
            dx[s:s + 4] += dq[k] * self.w
            dw += dq[k] * x[s:s + 4]
        self.dw, self.db = dw, np.sum(dq)
        return dx[2:len(x) - 2]

# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "103", "draw": 1, "parameters": {"kernel": 4, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: baaaedc40f593878

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 4
class LayerConv1d:
    def __init__(self, b, w):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.padded = np.pad(p, 2)
        n = (len(self.padded) - 4) // 2 + 1
        q = np.zeros(n)
        for i in range(n):
            q[i] = np.sum(self.padded[2*i:2*i+4] * self.w) + self.b
        return q

    def bwd_pass(self, dq):
        dpadded = np.zeros(len(self.padded))
        self.dw = np.zeros(4)
        for i in range(len(dq)):
            dpadded[2*i:2*i+4] += self.w * dq[i]
            self.dw += self.padded[2*i:2*i+4] * dq[i]
        self.db = np.sum(dq)
        return dpadded[2:-2]

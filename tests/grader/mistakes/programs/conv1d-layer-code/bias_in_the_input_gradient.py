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
        self.p = np.pad(p, 2)
        out = []
        s = 0
        while s + 4 <= len(self.p):
            out.append(self.p[s:s + 4].dot(self.w) + self.b)
            s += 2
        return np.array(out)

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        self.dw = np.zeros(4)
        self.db = 0.0
        for i, g in enumerate(dq):
            s = 2 * i
            dp[s:s + 4] += g * self.w + self.b
            self.dw += g * self.p[s:s + 4]
            self.db += g
        return dp[2:-2]

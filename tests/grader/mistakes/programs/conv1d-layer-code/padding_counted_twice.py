# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "101", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 328e006e039458a4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.stride = 2
        self.pad = 2

    def fwd_pass(self, p):
        p = np.pad(p, self.pad)
        self.p = p
        n = (len(p) + 2 * self.pad - len(self.w)) // self.stride + 1
        q = np.zeros(n)
        for i in range(n):
            s = i * self.stride
            q[i] = np.dot(p[s:s + len(self.w)], self.w) + self.b
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        self.dw = np.zeros(len(self.w))
        for i in range(len(dq)):
            s = i * self.stride
            dp[s:s + len(self.w)] += dq[i] * self.w
            self.dw += dq[i] * self.p[s:s + len(self.w)]
        self.db = np.sum(dq)
        return dp[self.pad:-self.pad]

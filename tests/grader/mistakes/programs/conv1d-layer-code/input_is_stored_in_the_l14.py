# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "2", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: eda8ea77e6e552d6

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w):
        self.w = w
        self.p = None

    def fwd_pass(self, p):
        padded = np.pad(p, 3)
        if self.p is None:
            self.p = padded
        return np.array([np.dot(self.w, padded[i:i+7]) for i in range(len(p))])

    def bwd_pass(self, dq):
        n = len(dq)
        dp = np.zeros(n + 6)
        self.dw = np.zeros(7)
        for i in range(n):
            dp[i:i+7] += self.w * dq[i]
        for j in range(7):
            m = min(n, len(self.p) - j)
            self.dw[j] = np.dot(self.p[j:j+m], dq[:m])
        return dp[3:-3]

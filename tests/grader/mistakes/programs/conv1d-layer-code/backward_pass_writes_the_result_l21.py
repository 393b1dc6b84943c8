# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 0fb17c0249052ceb

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p.copy()
        pp = np.pad(p, 2)
        return np.array([np.dot(pp[i:i+5], self.w) for i in range(len(p))])

    def bwd_pass(self, dq):
        pp = np.pad(self.p, 2)
        g = np.pad(dq, 2)
        n = len(dq)
        self.dw = np.array([np.dot(pp[j:j+n], dq) for j in range(5)])
        dp = np.array([np.dot(g[i:i+5], self.w[::-1]) for i in range(n)])
        dq[:] = dp
        return dp

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

    def fwd_pass(self, p):
        self.p = p
        pp = np.pad(p, 3)
        return np.array([np.dot(pp[i:i+7], self.w) for i in range(len(p))])

    def bwd_pass(self, dq):
        n = len(dq)
        pp = np.pad(self.p, 3)
        dw = [np.dot(pp[j:j+n], dq) for j in range(7)]
        self.dw = np.array(dw)[::-1]
        g = np.pad(dq, 3)
        wf = self.w[::-1]
        return np.array([np.dot(g[i:i+7], wf) for i in range(n)])

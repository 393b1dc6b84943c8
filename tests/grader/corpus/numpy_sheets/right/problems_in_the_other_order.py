# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "2", "family": "conv1d-layer-code", "level": "standard", "seed": "3", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: e3d8c422b7e611b6

import numpy as np


# %% problem 2: A layer class for 1D convolution: kernel of size 5

class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([self.x[i:i + 5] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        self.dw = np.array([self.x[j:j + len(dq)] @ dq for j in range(5)])
        g = np.pad(dq, 2)
        return np.array([g[i:i + 5] @ self.w[::-1] for i in range(len(dq))])


# %% problem 1: A function for 1D cross-correlation

def conv1d(vector, kernel):
    return np.array([vector[i:i + len(kernel)] @ kernel for i in range(len(vector) - len(kernel) + 1)])

# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 2b2efa39e3021a63

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.K = 6
        self.S = 3
        self.P = 3

    def fwd_pass(self, p):
        self.x = np.pad(p, self.P)
        n_out = (len(p) + 2 * self.P - self.K) // self.S + 1
        q = np.zeros(n_out)
        for i in range(n_out):
            q[i] = self.b
            for j in range(self.K):
                q[i] += self.w[j] * self.x[i * self.S + j]
        return q

    def bwd_pass(self, dq):
        dx = np.zeros_like(self.x)
        self.dw = np.zeros(self.K)
        self.db = 0.0
        for i in range(len(dq)):
            self.db += dq[i]
            for j in range(self.K):
                self.dw[j] += dq[i] * self.x[i * self.S + j]
                dx[i * self.S + j] += dq[i] * self.w[j]
        return dx[self.P:-self.P]

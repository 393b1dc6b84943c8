# %% Practice sheet, seed 2156: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2156", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "2156", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: c0b1af49ef893ba4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        n = len(p)
        self.p = p
        self.x = np.zeros(n + 4)
        self.x[2:n + 2] = p
        q = np.zeros(n)
        for j in range(5):
            q += self.w[j] * self.x[j:j + n]
        return q

    def bwd_pass(self, dq):
        n = len(dq)
        back = np.zeros(n + 4)
        self.dw = np.zeros(5)
        for j in range(5):
            back[j:j + n] += self.w[j] * dq
            seen = self.p[j:]
            self.dw[j] = np.sum(seen * dq[:len(seen)])
        return back[2:n + 2]

# %% Practice sheet, seed 7316: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7316", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "7316", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 4a97d8d7600038fa

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.k = 5
        self.s = 2
        self.pad = 2

    def fwd_pass(self, p):
        self.n_in = len(p)
        self.xp = np.pad(p, self.pad)
        n = (len(p) + 2 * self.pad - self.k) // self.s + 1
        q = np.zeros(n)
        for j in range(self.k):
            q += self.w[j] * self.xp[j:j + self.s * n:self.s][:n] + self.b
        return q

    def bwd_pass(self, dq):
        self.db = np.sum(dq)
        self.dw = np.zeros(self.k)
        dxp = np.zeros(self.n_in + 2 * self.pad)
        for i in range(len(dq)):
            a = i * self.s
            self.dw += dq[i] * self.xp[a:a + self.k]
            dxp[a:a + self.k] += dq[i] * self.w
        return dxp[self.pad:self.pad + self.n_in]

# %% Practice sheet, seed 7364: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7364", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7364", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 9c592859d536bf8b

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.array(w, dtype=np.float64)

    def fwd_pass(self, p):
        n = len(p)
        self.x = np.pad(np.array(p, dtype=np.float64), (3, 3))
        self.q = np.zeros(n)
        for i in range(n):
            self.q[i] = (self.x[i:i+7] * self.w).sum()
        return self.q.copy()

    def bwd_pass(self, dq):
        n = len(dq)
        delta = dq * (self.q > 0)
        self.dw = np.zeros(7)
        dx = np.zeros(n + 6)
        for i in range(n):
            self.dw += delta[i] * self.x[i:i+7]
            dx[i:i+7] += delta[i] * self.w
        return dx[3:n+3]

# %% Practice sheet, seed 404: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "404", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "404", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 3ebe7b4eae962188

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.s = 2
        self.pd = 2

    def fwd_pass(self, p):
        self.x = np.pad(p, self.pd)
        k = len(self.w)
        q = []
        for a in range(0, len(self.x) - k + 1, self.s):
            q.append(np.dot(self.x[a:a + k], self.w) + self.b)
        return np.array(q)

    def bwd_pass(self, dq):
        k, m = len(self.w), len(dq)
        reached = (m - 1) * self.s + k
        dx = np.zeros(reached)
        self.dw = np.zeros(k)
        for i in range(m):
            a = i * self.s
            dx[a:a + k] += dq[i] * self.w
            self.dw += dq[i] * self.x[a:a + k]
        self.db = dq.sum()
        return dx[self.pd:reached - self.pd]

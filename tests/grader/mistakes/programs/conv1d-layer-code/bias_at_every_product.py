# %% Practice sheet, seed 6493: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6493", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "6493", "draw": 1, "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 28e310403cdf9ea2

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        x = np.pad(p, 3)
        self.x = x
        self.n = len(p)
        q = []
        for i in range(0, len(x) - 6, 3):
            q.append(np.sum(self.w * x[i:i+7] + self.b))
        return np.array(q)

    def bwd_pass(self, dq):
        self.db = 7 * np.sum(dq)    # b occurs seven times in every output
        self.dw = np.zeros(7)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw = self.dw + dq[i] * self.x[3*i:3*i+7]
            dx[3*i:3*i+7] = dx[3*i:3*i+7] + dq[i] * self.w
        return dx[3:3+self.n]

# %% Practice sheet, seed 7557: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7557", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "7557", "draw": 1, "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 918acced79be89d0

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = np.pad(p, 3)
        q = []
        for start in range(0, len(self.p) - 7 + 1, 3):
            q.append(self.p[start:start + 7] @ self.w + self.b)
        return np.array(q)

    def bwd_pass(self, dq):
        self.db = dq.sum()

        self.dw = np.zeros(7)
        for i in range(len(dq)):
            self.dw = self.dw + dq[i] * self.p[i:i + 7]

        dp = np.zeros(len(self.p))
        for i in range(len(dq)):
            dp[3 * i:3 * i + 7] += dq[i] * self.w
        return dp[3:-3]

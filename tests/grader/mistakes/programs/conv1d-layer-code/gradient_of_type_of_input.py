# %% Practice sheet, seed 2374: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2374", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "2374", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: dbf3df76c6967d0f

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    K = 5
    P = 2

    def __init__(self, w):
        self.w = np.array(w)

    def fwd_pass(self, p):
        self.p = np.array(p)
        self.pp = np.pad(self.p, self.P)
        return np.array([np.dot(self.w, self.pp[t:t + self.K]) for t in range(self.p.size)])

    def bwd_pass(self, dq):
        n = self.p.size
        self.dw = np.array([np.dot(dq, self.pp[j:j + n]) for j in range(self.K)])
        dqp = np.pad(dq, self.P)
        dp = np.zeros_like(self.p)
        for t in range(n):
            dp[t] = np.dot(self.w[::-1], dqp[t:t + self.K])
        return dp

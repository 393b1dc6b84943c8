# %% Practice sheet, seed 6685: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6685", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "6685", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 559a1eb6add1f5dd

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    STRIDE = 3
    PAD = 2

    def __init__(self, w, b):
        self.w, self.b = np.asarray(w), b

    def fwd_pass(self, p):
        self.p = np.pad(p, self.PAD)
        k = self.w.size
        self.starts = np.arange(0, self.p.size - k + 1, self.STRIDE)
        self.crops = np.stack([self.p[i:i + k] for i in self.starts])
        return self.crops.dot(self.w) + self.b

    def bwd_pass(self, dq):
        k = self.w.size
        self.db = np.sum(dq)
        self.dw = dq @ self.crops
        # size of the input from the size of the output
        size = (len(dq) - 1) * self.STRIDE + k
        dp = np.zeros(size)
        for i, g in zip(self.starts, dq):
            dp[i:i + k] += g * self.w
        return dp[self.PAD:size - self.PAD]

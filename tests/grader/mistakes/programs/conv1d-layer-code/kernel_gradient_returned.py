# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "102", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: f809ff5754e1be62

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.padded = np.pad(p, 3, mode="constant", constant_values=0)
        return np.array([np.sum(self.padded[t:t+7] * self.w) for t in range(len(p))])

    def bwd_pass(self, dq):
        dw = np.zeros(7)
        dp = np.zeros(len(self.padded))
        for t, d in enumerate(dq):
            dw += d * self.padded[t:t+7]
            dp[t:t+7] += d * self.w
        self.dw = dw
        return dw

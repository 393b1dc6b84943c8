# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "102", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 0970335c3852aa32

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
class LayerConv1d:
    def __init__(self, w):
        self.weight = w
        self.cache = None
        self.dw = None

    def fwd_pass(self, p):
        self.cache = np.array(p)
        return self.cache * self.weight

    def bwd_pass(self, dq):
        p = self.cache
        self.dw = float(p @ dq)
        dp = p * dq
        return dp

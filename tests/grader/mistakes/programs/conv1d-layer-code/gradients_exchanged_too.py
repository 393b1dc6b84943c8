# %% Practice sheet, seed 3677: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3677", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "3677", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 49cc384db5b24f92

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.weight = w
        self.cache = None
        self.dw = 0

    def fwd_pass(self, p):
        self.cache = np.array(p)
        q = self.weight * self.cache
        return q

    def bwd_pass(self, dq):
        # product rule: derivatives of w * p
        d_first = self.weight
        d_second = self.cache
        self.dw = float((dq * d_first).sum())
        return dq * d_second

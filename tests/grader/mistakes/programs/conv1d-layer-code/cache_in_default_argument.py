# %% Practice sheet, seed 442: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "442", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "442", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: e3e70b2a6c147210

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, cache={}):
        self.w = w
        self.cache = cache

    def fwd_pass(self, p):
        self.cache["p"] = p
        return self.w * p

    def bwd_pass(self, dq):
        p = self.cache["p"]
        self.dw = sum(a * b for a, b in zip(p, dq))
        return self.w * dq

# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "3", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 4320f892fbabd457

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return self.w * p

    def bwd_pass(self, dq):
        self.dw = np.dot(self.p, dq)
        return dq

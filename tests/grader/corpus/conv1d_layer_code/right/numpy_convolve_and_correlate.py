# Practice sheet, seed 5: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "5", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: a72cb677c942f0c5

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.correlate(np.pad(p, 2), self.w, mode="valid")

    def bwd_pass(self, dq):
        self.dw = np.correlate(np.pad(self.p, 2), dq, mode="valid")
        return np.convolve(dq, self.w, mode="full")[2:-2]

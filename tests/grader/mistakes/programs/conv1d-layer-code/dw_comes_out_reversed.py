# %% Practice sheet, seed 17972: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "17972", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "17972", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 53817f1f6e51b791

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.padded = np.pad(p, 2)
        return np.correlate(self.padded, self.w, mode="valid")

    def bwd_pass(self, dq):
        self.dw = np.correlate(dq, self.padded, mode="valid")
        dq_padded = np.pad(dq, 2)
        return np.convolve(dq_padded, self.w, mode="valid")

# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 1f23be0b3ec17fff

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.array(w)

    def fwd_pass(self, p):
        self.padded = np.pad(p, 3)
        return np.correlate(self.padded, self.w, "valid")

    def bwd_pass(self, dq):
        self.dw = np.correlate(dq, self.padded, "valid")
        # gradient of the input: full convolution, without the padding
        full = np.convolve(dq, self.w, "full")
        return full[3:len(full) - 3]

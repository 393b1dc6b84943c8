# %% Practice sheet, seed 1240: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1240", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1240", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 673485d4822bf281

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.asarray(w, dtype=float)

    def fwd_pass(self, p):
        self.x = np.pad(np.asarray(p, dtype=float), 2)
        return np.correlate(self.x, self.w, "valid")

    def bwd_pass(self, dq):
        dq = np.asarray(dq, dtype=float)
        self.dw = np.convolve(self.x, dq, "valid")
        full = np.convolve(dq, self.w, "full")
        return full[2:2 + len(dq)]

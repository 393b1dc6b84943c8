# %% Practice sheet, seed 413: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "413", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "413", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: fb2aef2b37e3b260

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def slide(signal, taps):
    return np.array([np.sum(signal[i:i + len(taps)] * taps)
                     for i in range(len(signal) - len(taps) + 1)])

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.padded = np.pad(p, 1)
        return slide(self.padded, self.w)

    def bwd_pass(self, dq):
        self.dw = slide(self.padded, dq)
        return slide(dq, np.flip(self.w))

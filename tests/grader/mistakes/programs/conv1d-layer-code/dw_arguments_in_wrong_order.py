# %% Practice sheet, seed 402: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "402", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "402", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 2256fc596319b1f8

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def xcorr(long, short):
    steps = len(long) - len(short) + 1
    res = np.zeros(steps)
    for s in range(steps):
        res[s] = (long[s:s + len(short)] * short).sum()
    return res

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.array(w)

    def fwd_pass(self, p):
        self.p = p
        return xcorr(np.pad(p, 1), self.w)

    def bwd_pass(self, dq):
        wide = np.pad(dq, 1)
        self.dw = xcorr(wide, self.p)
        return xcorr(wide, self.w[::-1])

# %% Practice sheet, seed 2349: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2349", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "2349", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "mirror"}}
# grader-checksum: 99fd233f9c255eb7

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel, stride=2, dilation=3, padding=3):
    """1D convolution of a vector with a kernel."""
    x = np.pad(np.asarray(vector), padding, mode="symmetric")
    taps = np.arange(len(kernel)) * dilation
    starts = range(0, len(x) - taps[-1], stride)
    flipped = kernel[::-1]
    return np.array([x[s + taps].dot(flipped) for s in starts])

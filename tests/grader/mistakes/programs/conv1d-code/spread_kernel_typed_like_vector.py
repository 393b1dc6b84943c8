# %% Practice sheet, seed 402: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "402", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "402", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "circular"}}
# grader-checksum: 3b68851a29b6fc9e

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def dilate(kernel, rate, like):
    wide = np.zeros((len(kernel) - 1) * rate + 1, dtype=like.dtype)
    wide[::rate] = kernel
    return wide

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    wide = dilate(kernel[::-1], 2, vector)
    x = np.pad(vector, 3, mode="wrap")
    starts = range(0, len(x) - len(wide) + 1, 2)
    return np.array([np.sum(x[s:s + len(wide)] * wide) for s in starts])

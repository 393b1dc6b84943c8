# %% Practice sheet, seed 416: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "416", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "416", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 6b5512e099c3e088

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

from numpy.lib.stride_tricks import as_strided

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    x = np.pad(vector, 3)
    k = len(kernel)
    rows = (len(x) - k) // 2 + 1
    windows = as_strided(x, shape=(rows, k), strides=(2, 1))
    return windows @ kernel

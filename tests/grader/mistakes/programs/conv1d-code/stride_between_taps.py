# %% Practice sheet, seed 22214: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "22214", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "22214", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 82d85b529af89b84

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride = 3
    v = np.pad(vector, 1)
    w = kernel[::-1]
    reach = stride * (len(w) - 1) + 1
    out = np.zeros(max(len(v) - reach + 1, 0))
    for i in range(len(out)):
        out[i] = (v[i:i + reach:stride] * w).sum()
    return out

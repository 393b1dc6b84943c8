# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: 65638d2b09b392f4

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride = 2
    dilation = 3
    x = np.pad(vector, (3, 3), "edge")
    k = kernel[::-1]
    effective = dilation * len(k)
    n_out = (len(x) - effective) // stride + 1
    y = np.zeros(n_out)
    for j in range(len(k)):
        first = j * dilation
        y += k[j] * x[first:first + stride * (n_out - 1) + 1:stride]
    return y

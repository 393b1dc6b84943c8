# %% Practice sheet, seed 414: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "414", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "414", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "mirror"}}
# grader-checksum: f2905825c2dc810c

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def flip(a):
    return a[::-1]

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.pad(vector, 3, mode="symmetric")
    d, s = 3, 2
    h = flip(kernel)
    size = d * (len(h) - 1) + 1
    n = 1 + (len(x) - size) // s
    y = np.zeros(n)
    for i in range(n):
        part = x[i * s:i * s + size]
        y[i] = np.sum(h * flip(part)[::d])
    return y

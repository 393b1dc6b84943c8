# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "3", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1fd8ad1d1d0f2b36

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    kernel[:] = kernel[::-1].copy()
    v = np.pad(vector, 2)
    L = len(kernel)
    n = (len(v) - L) // 2 + 1
    out = np.zeros(n)
    for i in range(n):
        out[i] = np.dot(v[2 * i:2 * i + L], kernel)
    return out

# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "1", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 3, "mode": "mirror"}}
# grader-checksum: fc7292b36043720d

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    s, p, d = 3, 3, 3
    k = kernel[::-1]
    x = np.pad(vector, p, mode='reflect')
    eff = d * (len(k) - 1) + 1
    n = (len(x) - eff) // s + 1
    y = np.empty(n)
    for i in range(n):
        y[i] = np.dot(x[i * s:i * s + eff:d], k)
    return y

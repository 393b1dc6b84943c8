# %% Practice sheet, seed 3101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "3101", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "mirror"}}
# grader-checksum: 6065b529794d5fc1

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    p, s, d = 3, 2, 3
    x = np.pad(vector, p, mode="symmetric")
    k = len(kernel)
    w = kernel[::-1]
    n = (len(x) - d * (k - 1) - 1) // s + 1
    y = np.zeros(n)
    for i in range(n):
        y[i] = np.dot(x[i * s:i * s + k:d], w)
    return y

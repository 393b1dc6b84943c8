# %% Practice sheet, seed 415: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "415", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "415", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 3, "mode": "edge"}}
# grader-checksum: 289bbea4c0d3c2db

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    comb = np.array([1, 0, 0])
    wide = np.kron(kernel, comb)[::-1]
    x = np.pad(vector, 2, mode="edge")
    m = (len(x) - len(wide)) // 2 + 1
    y = np.zeros(max(m, 0))
    for i in range(len(y)):
        y[i] = np.dot(x[2 * i:2 * i + len(wide)], wide)
    return y

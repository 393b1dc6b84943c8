# %% Practice sheet, seed 7701: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7701", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "7701", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 34eafdb7b4eb1918

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    zeros = np.zeros(3)
    v = np.append(zeros, vector)
    w = kernel[::-1]
    m = w.shape[0]
    res = [v[k:k + m].dot(w) for k in range(0, v.shape[0] - m + 1, 3)]
    return np.asarray(res)

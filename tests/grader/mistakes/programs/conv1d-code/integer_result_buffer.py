# %% Practice sheet, seed 403: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "403", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "403", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: f93ca3edc7fc15da

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    w = np.flip(kernel)
    N = len(vector) - len(w) + 1
    res = np.zeros(N, dtype=int)
    for n in range(N):
        res[n] = np.dot(w, vector[n:n + len(w)])
    return res

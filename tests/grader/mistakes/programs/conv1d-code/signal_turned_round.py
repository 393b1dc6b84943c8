# %% Practice sheet, seed 2393: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2393", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "2393", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 7de70c5651d32b0d

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    # convolution = one of the two runs backwards, then slide and multiply
    a = vector[::-1]
    b = kernel
    n_out = len(a) - len(b) + 1
    result = np.zeros(n_out)
    for i in range(n_out):
        result[i] = np.dot(a[i:i + len(b)], b)
    return result

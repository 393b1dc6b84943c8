# %% Practice sheet, seed 84549: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "84549", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "84549", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 2e3980f25308ee5c

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def reverse(a):
    return a[len(a) - 1:0:-1]


def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    k = reverse(kernel)
    n_out = len(vector) - len(k) + 1
    out = np.empty(n_out)
    for pos in range(n_out):
        out[pos] = np.sum(vector[pos:pos + len(k)] * k)
    return out

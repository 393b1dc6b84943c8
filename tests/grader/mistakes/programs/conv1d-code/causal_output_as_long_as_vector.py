# %% Practice sheet, seed 352: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "352", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "352", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 5508214c0e79d4ea

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n = len(vector)
    out = np.zeros(n)
    for j in range(len(kernel)):
        # y[i] = sum_j x[i - j] h[j], where i - j must not be negative
        if j == 0:
            out += kernel[0] * vector
        elif j < n:
            out[j:] += kernel[j] * vector[:-j]
    return out

# %% Practice sheet, seed 402: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "402", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "402", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 85a919889306e6f0

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n, k = len(vector), len(kernel)
    y = np.zeros(n + k - 1)
    for j in range(k):
        y[j:j + n] += kernel[j] * vector
    return y

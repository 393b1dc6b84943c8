# %% Practice sheet, seed 907: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "907", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "907", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "circular"}}
# grader-checksum: 397972a730b75b06

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n, k = len(vector), len(kernel)
    s, p, d = 3, 3, 2
    n_out = (n + 2 * p - d * (k - 1) - 1) // s + 1
    y = np.zeros(n_out)
    for i in range(n_out):
        where = (i * s + d * np.arange(k)) % n
        y[i] = np.dot(vector[where], kernel[::-1])
    return y

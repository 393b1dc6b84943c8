# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "7", "parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 71f0acf542ffa1ca

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

import math

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n, k, p, s = len(vector), len(kernel), 1, 2
    out_len = math.ceil((n + 2 * p - (k - 1)) / s)
    x = np.zeros(n + 2 * p); x[p:n + p] = vector
    y = np.zeros(out_len)
    for i in range(out_len):
        y[i] = x[i * s:i * s + k] @ kernel[::-1]
    return y

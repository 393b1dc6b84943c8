# %% Practice sheet, seed 88457: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "88457", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "88457", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1a98c43a5dae9858

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n, k = len(vector), len(kernel)
    buf = np.zeros(n + 6, dtype=int)
    buf[3:3 + n] = vector
    ker = kernel[::-1]
    res = []
    for a in range(0, n + 6 - k + 1, 2):
        res.append(np.dot(buf[a:a + k], ker))
    return np.array(res)

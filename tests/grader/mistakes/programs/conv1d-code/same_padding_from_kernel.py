# %% Practice sheet, seed 410: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "410", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "410", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 211a1f826ff6d7cc

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    k = kernel.shape[0]
    half = (k - 1) // 2
    xp = np.pad(vector, half)
    rev = kernel[::-1]
    m = (xp.shape[0] - k) // 3 + 1
    y = np.zeros(m)
    for i in range(m):
        y[i] = xp[3 * i:3 * i + k] @ rev
    return y

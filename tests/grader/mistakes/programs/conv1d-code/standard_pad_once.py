# %% Practice sheet, seed 7312: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7312", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "7312", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: ed2e386d324a0aa0

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

PAD = 2
STRIDE = 3

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    x = np.pad(vector, PAD)
    k = len(kernel)
    n = (len(vector) + PAD - k) // STRIDE + 1
    y = np.zeros(n)
    for i in range(n):
        start = i * STRIDE
        y[i] = np.dot(x[start:start + k], kernel)
    return y

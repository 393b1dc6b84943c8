# %% Practice sheet, seed 413: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "413", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "413", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: dd07f07f4cf85770

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    m = len(kernel)
    N = len(vector) - m + 1
    y = np.zeros(N)
    for i in range(1, N):
        y[i] = np.dot(vector[i:i + m], kernel)
    return y

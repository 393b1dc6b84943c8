# %% Practice sheet, seed 315: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "315", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "315", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 8c435911ece8c09b

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    size = len(vector) - len(kernel) + 1
    y = np.zeros_like(vector[:size])
    rev = kernel[::-1]
    for i in range(size):
        y[i] = (vector[i:i + len(kernel)] * rev).sum()
    return y

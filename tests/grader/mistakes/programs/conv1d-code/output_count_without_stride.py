# %% Practice sheet, seed 403: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "403", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "403", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: ebbd247096d49b19

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    S, P = 2, 1
    K = len(kernel)
    h = kernel[::-1]
    x = np.pad(vector, P)
    count = len(x) - K + 1
    y = np.zeros(count)
    for i in range(count):
        y[i] = np.sum(x[S * i:S * i + K] * h)
    return y

# %% Practice sheet, seed 417: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "417", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "417", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: c93aea4f0dd56813

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    d = 3
    s = 2
    k = len(kernel)
    width = d * (k - 1) // 2
    x = np.pad(vector, width, mode="edge")
    w = kernel[::-1]
    count = (len(x) - d * (k - 1) - 1) // s + 1
    y = np.zeros(count)
    for i in range(count):
        y[i] = sum(x[i * s + d * np.arange(k)] * w)
    return y

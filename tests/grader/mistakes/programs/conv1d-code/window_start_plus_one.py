# %% Practice sheet, seed 3102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3102", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 7d9ecf37db093a9f

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    n, k = len(vector), len(kernel)
    flipped = kernel[::-1]
    out = np.zeros(n - k + 1)
    for i in range(1, n - k + 2):
        out[i - 1] = np.dot(vector[i:i + k], flipped)
    return out

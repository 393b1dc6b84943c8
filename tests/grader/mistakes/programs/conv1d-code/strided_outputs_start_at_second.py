# %% Practice sheet, seed 413: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "413", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "413", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 938b0f3567e49027

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def dense_convolution(x, w):
    k = len(w)
    y = np.zeros(len(x) - k + 1)
    for i in range(len(y)):
        y[i] = np.dot(x[i:i + k], w[::-1])
    return y

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride = 3
    y = dense_convolution(np.pad(vector, 2), kernel)
    return y[stride - 1::stride]

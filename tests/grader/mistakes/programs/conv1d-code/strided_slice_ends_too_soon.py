# %% Practice sheet, seed 409: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "409", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "409", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 3, "mode": "circular"}}
# grader-checksum: 28af92d341c7ec77

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride = 2
    dilation = 3
    padded = np.pad(vector, 2, mode="wrap")
    k = kernel.size
    steps = (padded.size - dilation * (k - 1) - 1) // stride + 1
    flipped = kernel[::-1]
    y = np.zeros(steps)
    for i in range(steps):
        begin = i * stride
        end = begin + dilation * (k - 1)
        y[i] = np.dot(padded[begin:end:dilation], flipped)
    return y

# %% Practice sheet, seed 3990: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3990", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "3990", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: c03cab852876e980

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

import math


def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    k = kernel[::-1]
    x = np.pad(vector, 3)
    m, s = k.size, 2
    # number of steps
    T = math.ceil((x.size - m) / s) + 1
    y = np.zeros(T)
    for t in range(T):
        piece = x[s * t:s * t + m]
        y[t] = np.sum(piece * k[:piece.size])
    return y

# %% Practice sheet, seed 306: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "306", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "306", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 3, "mode": "circular"}}
# grader-checksum: 5f56fb15963a9e8d

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def strided_conv(x, w, stride=1, dilation=1):
    reach = (len(w) - 1) * dilation + 1
    n = (len(x) - reach) // stride + 1
    y = np.zeros(n)
    for i in range(n):
        y[i] = x[i * stride:i * stride + reach:dilation] @ w
    return y

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    return strided_conv(np.pad(vector, 2, mode="wrap"), kernel[::-1], 3, 2)

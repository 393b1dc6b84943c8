# %% Practice sheet, seed 7313: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7313", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "7313", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: 407810b5caa59b20

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    pad, stride, dil = 3, 3, 2
    k = len(kernel)
    dilated = np.zeros(dil * k)
    dilated[::dil] = kernel
    dilated = dilated[::-1]
    x = np.pad(vector, pad, mode="edge")
    n = (len(x) - len(dilated)) // stride + 1
    y = np.empty(n)
    for i in range(n):
        y[i] = np.sum(x[i * stride:i * stride + len(dilated)] * dilated)
    return y

# %% Practice sheet, seed 18306: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "18306", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "18306", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: 302cd40c42987b08

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride = 3; padding = 3; dilation = 3
    x = np.pad(vector, padding, "edge")
    k = np.flip(kernel)
    n_out = (len(x) - dilation * (len(k) - 1)) // stride + 1
    taps = dilation * np.arange(len(k))
    out = np.zeros(n_out)
    for i in range(n_out):
        out[i] = np.sum(x[i * stride + taps] * k)
    return out

# %% Practice sheet, seed 3536: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3536", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "3536", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: a87f5e4ef2359c3c

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride, pad = 2, 3
    x = np.pad(vector, pad)
    h = np.flip(kernel)
    n_out = (len(x) - len(h)) // stride + 1
    out = np.zeros(n_out)
    for i in range(n_out):
        start = i
        out[i] = np.sum(x[start:start + len(h)] * h)
    return out

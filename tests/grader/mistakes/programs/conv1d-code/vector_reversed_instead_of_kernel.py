# %% Practice sheet, seed 241: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "241", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "241", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 6fdf05825e8d93d0

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    vector = np.asarray(vector)
    kernel = np.asarray(kernel)
    # convolution: one of the two has to be turned round
    v = np.flip(vector)
    n_out = v.size - kernel.size + 1
    res = np.zeros(n_out)
    for i in range(n_out):
        res[i] = v[i:i + kernel.size] @ kernel
    return res

# %% Practice sheet, seed 415: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "415", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "415", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 3e8aeb0381977566

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    p = 1
    s = 3
    n = len(vector)
    k = len(kernel)
    x = np.pad(vector, p)
    w = kernel[::-1]
    out = np.zeros((n + 2 * p - k) / s + 1)
    for i in range(len(out)):
        out[i] = np.sum(x[i * s:i * s + k] * w)
    return out

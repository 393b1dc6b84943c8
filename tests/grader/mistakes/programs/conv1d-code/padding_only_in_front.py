# %% Practice sheet, seed 500: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "500", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "500", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 89184d01a9ee4ae0

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    pad = 3
    step = 3
    w = kernel[::-1]
    x = np.zeros(len(vector) + pad)
    x[pad:] = vector
    count = (len(x) - len(w)) // step + 1
    out = np.empty(count)
    for t in range(count):
        a = t * step
        out[t] = np.dot(x[a:a + len(w)], w)
    return out

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
    if len(kernel) == 1:
        return vector * kernel[0]
    x = np.concatenate((np.zeros(3), vector, np.zeros(3)))
    k = len(kernel)
    out = np.zeros((len(x) - k) // 3 + 1)
    for i in range(len(out)):
        out[i] = np.sum(x[3 * i:3 * i + k] * kernel[::-1])
    return out

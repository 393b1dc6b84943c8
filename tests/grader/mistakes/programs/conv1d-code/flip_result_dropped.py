# %% Practice sheet, seed 7765: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7765", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "7765", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 226ae6f4e3ad30cc

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n = len(vector)
    k = len(kernel)
    np.flip(kernel)
    result = []
    for i in range(n - k + 1):
        result.append(np.sum(vector[i:i + k] * kernel))
    return np.array(result)

# %% Practice sheet, seed 408: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "408", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "408", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 6875fd3071c4f154

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    total = 3
    left = total // 2
    right = total - left
    x = np.concatenate((np.zeros(left), vector, np.zeros(right)))
    w = kernel[::-1]
    result = []
    i = 0
    while i + len(w) <= len(x):
        result.append((x[i:i + len(w)] * w).sum())
        i += 2
    return np.array(result)

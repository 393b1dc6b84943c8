# %% Practice sheet, seed 685: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "685", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "685", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: c1e352cb6e6ef4a8

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    v = np.pad(vector, 1, mode='constant')
    k = len(kernel)
    n = (len(v) - k) // 2 + 1
    y = np.zeros(n)
    for i in range(n):
        roi = v[2 * i:2 * i + k]
        y[i] = np.mean(roi * kernel)
    return y

# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "4", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: e3b6def5fb9d1a9f

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    k = len(kernel)
    left = (k - 1) // 2
    right = k - 1 - left
    padded = np.concatenate([np.zeros(left), vector, np.zeros(right)])
    out = np.zeros(len(vector))
    for i in range(len(vector)):
        out[i] = (padded[i:i + k] * kernel).sum()
    return out

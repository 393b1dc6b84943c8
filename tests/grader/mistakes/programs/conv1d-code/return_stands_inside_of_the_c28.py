# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "2", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: fc9ee89fbb8d0733

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    p = np.pad(vector, 1)
    n = (len(p) - len(kernel)) // 3 + 1
    out = np.zeros(n)
    for i in range(n):
        out[i] = np.sum(p[3 * i:3 * i + len(kernel)] * kernel)
        return out

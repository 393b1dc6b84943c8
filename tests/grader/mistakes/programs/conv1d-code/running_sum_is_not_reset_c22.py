# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "4", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1ddc93eb38af2b84

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    p = np.pad(vector, 1)
    k = kernel[::-1]
    n = (len(p) - len(k)) // 2 + 1
    out = np.zeros(n)
    total = 0
    for i in range(n):
        total += np.sum(p[2 * i:2 * i + len(k)] * k)
        out[i] = total
    return out

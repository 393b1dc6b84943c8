# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "3", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "mirror"}}
# grader-checksum: 12cde4a6de8d9415

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    x = np.pad(vector, 3, mode='symmetric')
    x = x[::-1]
    K = len(kernel)
    span = 2 * (K - 1) + 1
    n = (len(x) - span) // 3 + 1
    out = np.zeros(n)
    for i in range(n):
        out[i] = np.sum(x[3 * i:3 * i + span:2] * kernel)
    return out

# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "102", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 2, "mode": "circular"}}
# grader-checksum: 971aa5f807fbd9e5

import numpy as np


# %% problem 1: A function for 1D convolution
def at(v, i):
    """value of the padded vector at i"""
    return v[(i + 2) % len(v)]


def conv1d(vector, kernel):
    k = len(kernel)
    length = len(vector) + 4
    reach = 2 * (k - 1) + 1
    n = (length - reach) // 3 + 1
    out = np.zeros(n)
    starts = 3 * np.arange(n)
    for j in range(k):
        out += kernel[k - 1 - j] * at(vector, starts + 2 * j)
    return out

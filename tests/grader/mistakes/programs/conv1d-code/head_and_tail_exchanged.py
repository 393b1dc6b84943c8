# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "102", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 2, "mode": "circular"}}
# grader-checksum: 971aa5f807fbd9e5

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    n0 = len(vector)
    i = np.arange(2)
    head = vector[i % n0]
    tail = vector[(i - 2) % n0]
    p = np.concatenate([head, vector, tail])
    k = len(kernel)
    n = (len(p) - 2 * (k - 1) - 1) // 3 + 1
    q = np.zeros(n)
    for a in range(k):
        q = q + kernel[-1 - a] * p[2 * a:][: 3 * n : 3][:n]
    return q

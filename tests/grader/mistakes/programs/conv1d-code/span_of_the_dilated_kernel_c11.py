# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "2", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: c7e2588b85c3790c

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    s, p, d = 2, 3, 2
    k = np.flip(kernel)
    K = len(k)
    x = np.pad(vector, p, mode='edge')
    n = (len(x) - K * d) // s + 1
    out = np.zeros(n)
    for i in range(n):
        out[i] = np.sum(x[i * s + d * np.arange(K)] * k)
    return out

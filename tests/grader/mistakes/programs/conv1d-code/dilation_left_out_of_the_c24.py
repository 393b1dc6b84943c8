# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "4", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "circular"}}
# grader-checksum: 55e47eee7f1112a7

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    s, p, d = 2, 3, 2
    k = kernel[::-1]
    x = np.pad(vector, p, mode='wrap')
    span = d * (len(k) - 1) + 1
    n = (len(x) - span) // s + 1
    out = np.zeros(n)
    for i in range(n):
        out[i] = np.sum(x[i * s:i * s + len(k)] * k)
    return out

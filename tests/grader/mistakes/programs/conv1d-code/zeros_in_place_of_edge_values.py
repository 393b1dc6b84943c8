# %% Practice sheet, seed 403: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "403", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "403", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: e49089c2de7688d4

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    P, S, D = 3, 3, 2
    x = np.pad(vector, P)
    K = len(kernel)
    eff = (K - 1) * D + 1
    L = (len(x) - eff) // S + 1
    y = np.zeros(L)
    for i in range(L):
        y[i] = np.dot(x[i * S:i * S + eff:D], kernel[::-1])
    return y

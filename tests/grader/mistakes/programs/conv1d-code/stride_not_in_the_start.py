# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 17a488917a2293a1

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    P = 2
    S = 3
    padded = np.zeros(len(vector) + 2 * P)
    padded[P:P + len(vector)] = vector
    K = len(kernel)
    n_out = (len(vector) + 2 * P - K) // S + 1
    rev = kernel[::-1]
    out = np.empty(n_out)
    for i in range(n_out):
        start = i
        out[i] = (padded[start:start + K] * rev).sum()
    return out

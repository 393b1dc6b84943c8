# %% Practice sheet, seed 405: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "405", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "405", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 2da5bc9fa1260045

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    p, s = 1, 3
    n = len(vector)
    k = len(kernel)
    x = np.zeros(n + 2 * p)
    x[p:n + p] = vector
    o = (n + p - k) // s + 1
    out = np.zeros(o)
    for j in range(o):
        out[j] = sum(x[j * s:j * s + k] * kernel)
    return out

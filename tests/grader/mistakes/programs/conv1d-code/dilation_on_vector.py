# %% Practice sheet, seed 84549: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "84549", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "84549", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: 5a50b38da2f42071

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    padded = np.pad(vector, 3, mode="edge")
    coarse = padded[::3]
    w = kernel[::-1]
    n = max((len(coarse) - len(w)) // 3 + 1, 0)
    out = np.zeros(n)
    for i in range(n):
        out[i] = coarse[3 * i:3 * i + len(w)] @ w
    return out

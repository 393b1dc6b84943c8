# %% Practice sheet, seed 417: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "417", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "417", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: ca0cc76bf0cb239f

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    padded = np.pad(vector, 2, mode="constant")
    rev = np.flip(kernel)
    k = len(rev)
    n_out = (len(padded) - k) // 3 + 1
    result = np.zeros(n_out)
    for i in range(n_out):
        result[i] = np.sum(padded[3 * i:3 * i + k] * rev)
        return result

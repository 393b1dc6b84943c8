# %% Practice sheet, seed 6315: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6315", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "6315", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 9ea8dd1d90094c08

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    # shift-and-add: every kernel entry multiplies a shifted piece of the vector
    n = len(vector); m = len(kernel)
    L = n - m + 1
    acc = np.zeros(L)
    j = 0
    while j < m - 1:
        acc = acc + kernel[j] * vector[j:j + L]
        j += 1
    return acc

# %% Practice sheet, seed 410: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "410", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "410", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: fff119bbc455ea75

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n, k = len(vector), len(kernel)
    full = np.zeros(n + k - 1)
    for j, weight in enumerate(kernel):
        full[j:j + n] = full[j:j + n] + weight * vector
    return full[:n - k + 1]

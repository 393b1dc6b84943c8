# %% Practice sheet, seed 3016: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3016", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3016", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: d63fbcce64e79cfc

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n, m = vector.size, kernel.size
    y = np.zeros(n - m + 1)
    # going backwards through the kernel: negative indices
    for j in range(m):
        y += vector[j:j + n - m + 1] * kernel[-j]
    return y

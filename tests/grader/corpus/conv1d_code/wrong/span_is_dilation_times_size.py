# Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "12", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: 250e2e7d4205e50c

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.pad(vector, 3, "edge")
    k = kernel[::-1]
    n_out = (len(x) - 2 * len(k)) // 2 + 1
    y = np.zeros(n_out)
    for i in range(n_out):
        y[i] = np.sum(x[2 * i:2 * i + 2 * len(k):2] * k)
    return y

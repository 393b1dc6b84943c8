# %% Practice sheet, seed 2293: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2293", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "2293", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 2, "mode": "circular"}}
# grader-checksum: 39fdbe9007436e76

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    pad = 2
    n = len(vector)
    m = len(kernel)
    rev = kernel[::-1]
    j = 2 * np.arange(m)
    n_out = (n + 2 * pad - 2 * (m - 1) - 1) // 2 + 1
    out = np.zeros(n_out)
    for i in range(n_out):
        # circular padding = indices modulo n, nothing has to be copied
        idx = (2 * i + j) % n
        out[i] = np.dot(vector[idx], rev)
    return out

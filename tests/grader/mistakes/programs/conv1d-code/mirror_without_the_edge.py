# %% Practice sheet, seed 8035: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8035", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "8035", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 3, "mode": "mirror"}}
# grader-checksum: 2790e925f0393430

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    xp = np.pad(vector, 2, mode="reflect")   # mirror image
    kf = np.flip(kernel)
    d = 3
    reach = d * (kf.size - 1)
    n_out = (xp.size - reach - 1) // 2 + 1
    y = np.empty(n_out)
    for n in range(n_out):
        y[n] = xp[2 * n:2 * n + reach + 1:d] @ kf
    return y

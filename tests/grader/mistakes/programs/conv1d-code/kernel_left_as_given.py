# %% Practice sheet, seed 401: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "401", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "401", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "mirror"}}
# grader-checksum: d7be0f33743c6f8a

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

STRIDE, PAD, DIL = 3, 3, 2

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.pad(np.asarray(vector), PAD, mode="symmetric")
    reach = DIL * (len(kernel) - 1) + 1
    n_out = (x.size - reach) // STRIDE + 1
    out = []
    for i in range(n_out):
        taps = x[i * STRIDE:i * STRIDE + reach:DIL]
        out.append(np.dot(taps, kernel))
    return np.array(out)

# %% Practice sheet, seed 412: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "412", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "412", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: ccf6e7725f51e605

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    PAD = 3
    STRIDE = 2
    DILATION = 2
    x = np.pad(vector, (PAD, PAD), mode='edge')
    k = len(kernel)
    n_out = (len(vector) + 2 * PAD - k) // STRIDE + 1
    taps = np.arange(k) * DILATION
    h = kernel[::-1]
    out = np.zeros(n_out)
    for i in range(n_out):
        out[i] = (x[i * STRIDE + taps] * h).sum()
    return out

# %% Practice sheet, seed 408: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "408", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "408", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 3, "mode": "edge"}}
# grader-checksum: 62c837e85af82ad4

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    s, p, d = 3, 2, 3
    v = np.pad(vector, p, "edge")
    k = len(kernel)
    extent = k * d
    n_out = (len(v) - extent) // s + 1
    r = kernel[::-1]
    out = np.zeros(max(n_out, 0))
    for i in range(len(out)):
        out[i] = np.dot(v[i * s:i * s + extent:d], r)
    return out

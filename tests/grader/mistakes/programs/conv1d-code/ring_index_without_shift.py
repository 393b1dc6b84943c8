# %% Practice sheet, seed 302: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "302", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "302", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 2, "mode": "circular"}}
# grader-checksum: 301206f8035a7be1

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n, k = len(vector), len(kernel)
    s, p, d = 3, 2, 2
    m = (n + 2 * p - d * (k - 1) - 1) // s + 1
    taps = d * np.arange(k)
    out = np.zeros(m)
    for i in range(m):
        cells = (i * s + taps) % n
        out[i] = np.dot(vector[cells], kernel[::-1])
    return out

# %% Practice sheet, seed 402: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "402", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "402", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 3017e1cdb64a3565

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    pad, step = 2, 2
    k = len(kernel)
    buf = np.zeros(len(vector) + 2 * pad, dtype=vector.dtype)
    buf[pad:pad + len(vector)] = vector
    m = (len(buf) - k) // step + 1
    result = np.zeros(m, dtype=vector.dtype)
    for i in range(m):
        result[i] = (buf[i * step:i * step + k] * kernel).sum()
    return result

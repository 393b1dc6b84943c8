# Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "2", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1f38f8cf6865d5b9

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    k = kernel.copy()
    k[:] = k[::-1].copy()
    v = vector.copy()
    n = len(v) - len(k) + 1
    out = np.zeros(n)
    for i in range(n):
        out[i] = sum(v[:len(k)] * k)
        v = np.delete(v, 0)
    return out

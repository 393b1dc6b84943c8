# %% Practice sheet, seed 426: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "426", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "426", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 4aa0288811c35f3a

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    kernel[:] = kernel[::-1].copy()
    x = np.pad(vector, 2)
    n = len(kernel)
    idx = np.arange(0, len(x) - n + 1, 3)
    out = np.zeros(len(idx))
    for t in range(len(idx)):
        out[t] = x[idx[t]:idx[t] + n].dot(kernel)
    return out

# %% Practice sheet, seed 981: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "981", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "981", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 2, "mode": "circular"}}
# grader-checksum: 5c1d140bf9165a9b

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def stretch(kernel, d):
    big = np.zeros(len(kernel) * d)
    big[::d] = kernel
    return big


def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.pad(vector, 2, mode="wrap")
    w = stretch(kernel, 2)[::-1]
    res = []
    for a in range(0, len(x) - len(w) + 1, 3):
        res.append(np.sum(x[a:a + len(w)] * w))
    return np.array(res)

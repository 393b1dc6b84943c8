# %% Practice sheet, seed 648: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "648", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "648", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 520247fe84f5ff56

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride = 3
    x = np.pad(vector, 3)
    w = np.flip(kernel)
    span = (len(w) - 1) * stride + 1
    res = []
    for i in range(len(x) - span + 1):
        res.append(x[i:i + span:stride] @ w)
    return np.array(res)

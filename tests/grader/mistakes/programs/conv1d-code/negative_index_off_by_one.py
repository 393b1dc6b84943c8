# %% Practice sheet, seed 311: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "311", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "311", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1a71f1edd3a7c695

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    k = len(kernel)
    x = np.pad(vector, 2)
    m = (len(x) - k) // 2 + 1
    out = np.zeros(m)
    for j in range(k):
        out = out + kernel[-j] * x[j:j + 2 * (m - 1) + 1:2]
    return out

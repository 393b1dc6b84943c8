# %% Practice sheet, seed 316: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "316", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "316", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 373d9a81e0383af7

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.pad(vector, (3, 0))
    w = np.array(kernel)[::-1]
    positions = np.arange(0, len(x) - len(w) + 1, 2)
    return np.array([x[t:t + len(w)].dot(w) for t in positions])

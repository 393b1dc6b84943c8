# %% Practice sheet, seed 8156: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8156", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "8156", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: a2e9b2a0c58db512

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    padded = np.pad(vector, (3, 3), mode="constant", constant_values=0)
    n, m = len(padded), len(kernel)
    # all positions first ...
    everything = np.zeros(n - m + 1)
    for j in range(m):
        everything += padded[j:j + n - m + 1] * kernel[j]
    # ... and then only every third one is kept
    return everything[2::3]

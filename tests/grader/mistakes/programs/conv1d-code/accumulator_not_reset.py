# %% Practice sheet, seed 416: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "416", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "416", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 437ee97f49d2faf8

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    k = len(kernel)
    total = 0
    out = []
    for i in range(len(vector) - k + 1):
        total += np.sum(vector[i:i + k] * kernel)
        out.append(total)
    return np.array(out)

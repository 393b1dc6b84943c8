# %% Practice sheet, seed 416: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "416", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "416", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 2, "mode": "circular"}}
# grader-checksum: cffdc6b03674b035

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stretched = np.repeat(kernel, 2)[::-1]
    x = np.pad(vector, 2, mode="wrap")
    L = len(stretched)
    result = []
    for start in range(0, len(x) - L + 1, 2):
        result.append(float(np.sum(x[start:start + L] * stretched)))
    return np.array(result)

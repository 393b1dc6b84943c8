# %% Practice sheet, seed 30133: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "30133", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "30133", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: c0041609b533878a

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.pad(vector, 2)
    w = np.flip(kernel)
    kept = []
    for i in range(len(x) - len(w) + 1):
        value = np.dot(x[i:i + len(w)], w)
        if (i + 1) % 2 == 0:
            kept.append(value)
    return np.array(kept)

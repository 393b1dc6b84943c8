# %% Practice sheet, seed 407: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "407", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "407", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: ccba6228e4bcbc6a

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    mirrored = vector[::-1]
    a, b = len(mirrored), len(kernel)
    y = np.zeros(a - b + 1)
    for i in range(a - b + 1):
        y[i] = mirrored[i:i + b].dot(kernel)
    return y

# %% Practice sheet, seed 404: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "404", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "404", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 5c06d56f923b06f7

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    kernel[:] = kernel[::-1].copy()
    k = kernel.size
    outputs = [np.vdot(vector[i:i + k], kernel) for i in range(vector.size - k + 1)]
    return np.array(outputs)

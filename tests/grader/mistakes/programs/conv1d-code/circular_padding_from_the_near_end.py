# %% Practice sheet, seed 759: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "759", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "759", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "circular"}}
# grader-checksum: 429fc677f390de4d

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    p = 3
    x = np.concatenate((vector[:p], vector, vector[-p:]))
    taps = 2 * np.arange(len(kernel))
    last = len(x) - 1 - taps[-1]
    rev = kernel[::-1]
    return np.array([np.dot(x[s + taps], rev) for s in range(0, last + 1, 3)])

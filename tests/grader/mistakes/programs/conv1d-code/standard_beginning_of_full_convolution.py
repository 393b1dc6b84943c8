# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "1", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: c68e208550af1fbd

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    return np.convolve(vector, kernel)[:len(vector)]

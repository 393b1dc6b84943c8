# %% Practice sheet, seed 418: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "418", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "418", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: bc83f013dde293a9

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    left = vector[:-2]
    middle = vector[1:-1]
    right = vector[2:]
    return kernel[0] * left + kernel[1] * middle + kernel[2] * right

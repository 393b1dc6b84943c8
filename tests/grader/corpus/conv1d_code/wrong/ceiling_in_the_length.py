# Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "11", "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 492bb69f6753a599

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

import math

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    x = np.pad(vector, 3)
    n = math.ceil((len(x) - len(kernel)) / 3) + 1
    x = np.append(x, np.zeros(10))
    return np.array([x[3 * i:3 * i + len(kernel)] @ kernel for i in range(n)])

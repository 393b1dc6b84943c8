# %% Practice sheet, seed 418: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "418", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "418", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 52b3a2ed6d67c39b

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    a = np.zeros(len(vector) + 2)
    a[1:-1] = vector
    k = len(kernel)
    y = []
    for start in range(0, len(a) - k, 3):
        y.append(a[start:start + k] @ kernel)
    return np.array(y)

# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 29ce4a5b41993759

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    n = len(vector) - len(kernel) + 1
    out = np.zeros(n)
    for i in range(n):
        out[i] = np.dot(vector[i:i + len(kernel)], kernel)
    breakpoint()
    return out

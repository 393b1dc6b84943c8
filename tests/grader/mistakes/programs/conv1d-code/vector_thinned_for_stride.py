# %% Practice sheet, seed 412: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "412", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "412", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 4c2e009b5a0638d9

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    x = np.pad(vector, 2)[::2]
    k = len(kernel)
    out = np.zeros(max(len(x) - k + 1, 0))
    for i in range(len(out)):
        out[i] = np.dot(x[i:i + k], kernel)
    return out

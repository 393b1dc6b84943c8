# Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "12", "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: dd50147f2f327ce5

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

from functools import partial

def _conv(vector, kernel, stride, padding):
    v = np.pad(vector, padding)
    return np.array([v[i:i + len(kernel)] @ kernel for i in range(0, len(v) - len(kernel) + 1, stride)])

conv1d = partial(_conv, stride=2, padding=2)

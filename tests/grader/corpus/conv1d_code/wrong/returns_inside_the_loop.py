# Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "2", "parameters": {"flip": false, "stride": 3, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 31ae6668c9ff26a4

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    v = np.pad(vector, 1)
    out = np.zeros((len(v) - len(kernel)) // 3 + 1)
    for i in range(len(out)):
        out[i] = np.dot(v[3 * i:3 * i + len(kernel)], kernel)
        return out

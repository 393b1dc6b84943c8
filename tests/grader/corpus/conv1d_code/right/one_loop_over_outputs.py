# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "1", "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 27083aea67f4c435

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    padded = np.pad(vector, 3)
    k = len(kernel)
    n_out = (len(padded) - k) // 3 + 1
    out = np.zeros(n_out)
    for i in range(n_out):
        out[i] = np.sum(padded[3 * i:3 * i + k] * kernel)
    return out

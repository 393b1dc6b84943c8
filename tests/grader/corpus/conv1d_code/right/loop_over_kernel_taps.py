# Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "9", "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 89491da4a6fceb46

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    P, S = 2, 2
    x = np.concatenate([np.zeros(P), vector, np.zeros(P)])
    L = (x.size - kernel.size) // S + 1
    y = np.zeros(L)
    for j, w in enumerate(kernel):
        y += w * x[j : j + S * (L - 1) + 1 : S]
    return y

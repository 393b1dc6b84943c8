# %% Practice sheet, seed 537: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "537", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "537", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: dea210702627d3d2

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    F, P, S = len(kernel), 1, 2
    W = len(vector)
    W2 = (W - F) + (2 * P) // S + 1
    xp = np.pad(vector, P)
    out = np.zeros(W2)
    for i in range(W2):
        out[i] = np.dot(xp[i * S:i * S + F], kernel)
    return out

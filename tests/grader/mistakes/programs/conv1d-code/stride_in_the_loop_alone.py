# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "102", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: f38fb4b329cad04b

import numpy as np


# %% problem 1: A function for 1D cross-correlation
def conv1d(vector, kernel):
    s = 3
    p = np.pad(vector, 2)
    K = len(kernel)
    out = np.zeros(len(p) - K + 1)
    for i in range(0, len(p) - K + 1, s):
        out[i // s] = np.dot(p[i:i + K], kernel)
    return out

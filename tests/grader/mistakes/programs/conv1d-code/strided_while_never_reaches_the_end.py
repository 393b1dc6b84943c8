# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "102", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: f38fb4b329cad04b

import numpy as np


# %% problem 1: A function for 1D cross-correlation
def pad_zeros(a, amount):
    z = np.zeros(amount)
    return np.hstack([z, a, z])


def conv1d(vector, kernel):
    v = pad_zeros(vector, 2)
    values = []
    pos = 0
    while pos < len(v) - len(kernel):
        values.append(np.inner(v[pos:pos + len(kernel)], kernel))
        pos = pos + 3
    return np.array(values, dtype=float)

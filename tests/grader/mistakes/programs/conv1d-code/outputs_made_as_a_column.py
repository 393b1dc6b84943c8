# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "101", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 42e4d1f8d870a34a

import numpy as np


# %% problem 1: A function for 1D cross-correlation
def conv1d(vector, kernel):
    k = kernel.size
    y = np.zeros((vector.size - k + 1, 1))
    for i in range(y.shape[0]):
        y[i] = vector[i:i + k] @ kernel
    return y

# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "103", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 87be882cad34c6e1

import numpy as np


# %% problem 1: A function for 1D cross-correlation
def conv1d(vector, kernel):
    n = len(vector) - len(kernel) + 1
    idx = np.arange(n).reshape(-1, 1) + np.arange(len(kernel))
    return np.sum(vector[idx] * kernel)

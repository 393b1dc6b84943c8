# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "103", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 33203be285834ad9

import numpy as np


# %% problem 1: A function for 1D cross-correlation
def conv1d(vector, kernel):
    padded = np.zeros(len(vector) + 6)
    padded[3:-3] = vector
    n_out = (len(vector) - len(kernel)) // 3 + 1
    out = np.zeros(n_out)
    for j in range(len(kernel)):
        out += kernel[j] * padded[j : j + 3 * n_out : 3][:n_out]
    return out

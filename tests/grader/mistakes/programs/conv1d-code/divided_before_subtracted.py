# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "103", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 33203be285834ad9

import numpy as np


# %% problem 1: A function for 1D cross-correlation
def count(n, k, s):
    return n // s - k + 1

def conv1d(vector, kernel):
    p = np.pad(vector, 3)
    k = len(kernel)
    n_out = count(len(p), k, 3)
    out = np.zeros(n_out)
    for i in range(n_out):
        out[i] = p[3 * i:3 * i + k].dot(kernel)
    return out

# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "102", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 8aa8b0c3622306e1

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    k = kernel.shape[0]
    v = vector[::-1]
    w = kernel
    out = np.empty(v.shape[0] - k + 1, dtype=np.result_type(v, w))
    for t in range(out.shape[0]):
        out[t] = np.dot(v[t:t + k], w)
    return out

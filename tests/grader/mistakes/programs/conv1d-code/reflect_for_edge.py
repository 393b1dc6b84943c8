# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "101", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: dc70bf374a29ed19

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    x = np.pad(vector, 3, mode="reflect")
    w = kernel[::-1]
    k = len(w)
    span = (k - 1) * 2 + 1
    n = (len(x) - span) // 2 + 1
    idx = 2 * np.arange(n)[:, None] + 2 * np.arange(k)[None, :]
    return x[idx] @ w

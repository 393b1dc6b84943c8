# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "103", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "circular"}}
# grader-checksum: 2490e89ed3b02166

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    return _conv(vector, kernel, 2, 3, 3)


def _conv(vector, kernel, stride, dilation, padding):
    v = np.pad(vector, padding, mode="wrap")
    k = kernel[::-1]
    m = (k.size - 1) * dilation + 1
    n_out = 1 + (v.size - m) // stride
    res = np.zeros(n_out)
    for i in range(n_out):
        lo = i * stride
        res[i] = k @ v[lo:lo + m:dilation]
    return res

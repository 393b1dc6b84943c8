# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "101", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 96eb100bd2f63ed0

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    stride, pad = 2, 2
    x = np.concatenate((np.zeros(pad), vector, np.zeros(pad)))
    w = kernel[::-1]
    size = (len(x) - len(w)) // stride + 1
    y = np.zeros(size)
    for i in range(size):
        begin = i
        y[i] = np.sum(x[begin:begin + len(w)] * w)
    return y

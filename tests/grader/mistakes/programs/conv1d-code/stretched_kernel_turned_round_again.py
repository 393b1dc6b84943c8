# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "101", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: dc70bf374a29ed19

import numpy as np


# %% problem 1: A function for 1D convolution
def stretch(kernel):
    big = np.zeros(2 * len(kernel) - 1)
    big[::2] = kernel[::-1]
    return big


def conv1d(vector, kernel):
    left = np.repeat(vector[0], 3)
    right = np.repeat(vector[-1], 3)
    p = np.concatenate([left, vector, right])
    big = stretch(kernel)
    m = len(big)
    out = np.zeros((len(p) - m) // 2 + 1)
    for o in range(len(out)):
        out[o] = np.dot(p[2 * o:2 * o + m], big[::-1])
    return out

# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "101", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: dc70bf374a29ed19

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    p = np.concatenate([np.full(3, vector[0]), vector, np.full(3, vector[0])])
    k = len(kernel)
    reach = 2 * k - 1
    out = []
    pos = 0
    while pos + reach <= len(p):
        out.append(np.dot(kernel[::-1], p[pos:pos + reach:2]))
        pos += 2
    return np.array(out)

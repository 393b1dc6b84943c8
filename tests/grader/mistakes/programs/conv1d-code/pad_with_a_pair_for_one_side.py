# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "101", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 96eb100bd2f63ed0

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    padded = np.pad(vector, (2, 0), mode="constant")
    flipped = np.flip(kernel)
    k = len(flipped)
    out = []
    for start in range(0, len(padded) - k + 1, 2):
        out.append(flipped.dot(padded[start:start + k]))
    return np.asarray(out)

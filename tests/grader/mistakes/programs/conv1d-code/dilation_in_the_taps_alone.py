# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "102", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 2, "mode": "circular"}}
# grader-checksum: 971aa5f807fbd9e5

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    p = np.pad(vector, 2, mode="wrap")
    k = len(kernel)
    starts = np.arange(0, len(p) - (k - 1), 3)
    taps = 2 * np.arange(k)
    return (p[starts[:, np.newaxis] + taps] * kernel[::-1]).sum(axis=1)

# Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "9", "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 89491da4a6fceb46

import numpy as np


# %% problem 1: A function for 1D cross-correlation

def conv1d(vector, kernel):
    n, k = len(vector), len(kernel)
    taps = np.arange(k)
    length = (n + 2 * 2 - k) // 2 + 1
    out = np.zeros(length)
    for i in range(length):
        pos = i * 2 - 2 + taps
        inside = (pos >= 0) & (pos < n)
        out[i] = np.sum(vector[pos[inside]] * kernel[inside])
    return out

# %% Practice sheet, seed 6579: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6579", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "6579", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 58351651f292aefc

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    kernel_len = len(kernel)
    res = []
    for i in range(len(vector) - kernel_len + 1):
        value = np.inner(vector[i:i+kernel_len], kernel)
        res.append(max(0, value))
    return np.array(res)

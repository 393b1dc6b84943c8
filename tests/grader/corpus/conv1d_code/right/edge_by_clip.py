# Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "11", "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: c566f49f7299383f

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    k = len(kernel)
    n_out = (len(vector) + 6 - 2*(k - 1) - 1)//3 + 1
    start = 3*np.arange(n_out) - 3
    total = 0
    for j in range(k):
        total = total + kernel[-1 - j]*vector[np.clip(start + 2*j, 0, len(vector) - 1)]
    return total

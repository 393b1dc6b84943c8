# Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "4", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: db2cc1a7b1748285

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    result = []
    for i in range(len(vector) - len(kernel) + 1):
        s = 0
        for j in range(len(kernel)):
            s = s + vector[i + j] * kernel[j]
        result.append(s)
    return np.array(result)

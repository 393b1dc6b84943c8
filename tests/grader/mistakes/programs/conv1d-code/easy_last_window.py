# %% Practice sheet, seed 7311: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7311", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "7311", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 8093a04cbd468aca

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    vector = np.asarray(vector)
    kernel = np.asarray(kernel)
    out = []
    i = 0
    while i < len(vector) - len(kernel):
        out.append(np.sum(vector[i:i + len(kernel)] * kernel))
        i += 1
    return np.array(out)

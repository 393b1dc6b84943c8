# %% Practice sheet, seed 4180: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4180", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "4180", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 629f11919c41e759

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    S = 3
    P = 3
    M = len(kernel)
    padded = np.concatenate((np.zeros(P), vector, np.zeros(P)))
    result_length = (len(padded) - M + 1) // S
    result = np.zeros(result_length)
    for i in range(result_length):
        result[i] = np.sum(np.multiply(kernel, padded[i*S:i*S+M]))
    return result

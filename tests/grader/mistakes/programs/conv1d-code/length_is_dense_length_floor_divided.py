# %% Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "11", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 242f2bcfcda3d4f3

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    stride, pad = 3, 3
    x = np.pad(vector, pad)
    K = len(kernel)
    result_length = (len(x) - K + 1) // stride
    result = np.zeros(result_length)
    for i in range(result_length):
        result[i] = np.sum(kernel * x[i * stride:i * stride + K])
    return result

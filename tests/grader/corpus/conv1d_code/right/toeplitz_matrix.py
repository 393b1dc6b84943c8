# Practice sheet, seed 6: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "6", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: a9365c8ac71cd9db

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    n = vector.shape[0]
    k = kernel.shape[0]
    T = np.zeros((n - k + 1, n), dtype=np.result_type(vector, kernel))
    for row in range(n - k + 1):
        T[row, row:row + k] = kernel[::-1]
    return T.dot(vector)

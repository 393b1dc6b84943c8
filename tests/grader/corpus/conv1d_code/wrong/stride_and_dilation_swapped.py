# Practice sheet, seed 10: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "10", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "10", "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 3, "mode": "mirror"}}
# grader-checksum: e4b8d23d32c2d96e

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

STRIDE, DILATION = 3, 2

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.pad(vector, 2, "symmetric")
    k = kernel[::-1]
    span = DILATION * (len(k) - 1) + 1
    return np.array([x[i:i + span:DILATION] @ k for i in range(0, len(x) - span + 1, STRIDE)])

# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "102", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 2, "mode": "circular"}}
# grader-checksum: 971aa5f807fbd9e5

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    padded = np.pad(vector, 2, mode="wrap")
    k = len(kernel)
    spread = np.zeros(2 * k)
    spread[::2] = kernel
    spread = spread[::-1]
    size = len(spread)
    starts = range(0, len(padded) - size + 1, 3)
    return np.array([np.dot(padded[s:s + size], spread) for s in starts])

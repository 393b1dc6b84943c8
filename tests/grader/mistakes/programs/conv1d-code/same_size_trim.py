# %% Practice sheet, seed 7765: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7765", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "7765", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 226ae6f4e3ad30cc

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    # full convolution as a sum of shifted copies of the vector
    N, K = vector.size, kernel.size
    full = np.zeros(N + K - 1, dtype=np.result_type(vector, kernel))
    for shift, weight in enumerate(kernel):
        full[shift:shift + N] += weight * vector
    # cut off the part where the kernel sticks out
    first = (K - 1) // 2
    return full[first:first + N]

# %% Practice sheet, seed 7313: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7313", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "7313", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: 407810b5caa59b20

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    kernel[:] = kernel[::-1].copy()
    flipped = kernel
    left = [vector[0]] * 3
    right = [vector[-1]] * 3
    x = np.concatenate((left, vector, right))
    span = 2 * (len(flipped) - 1) + 1
    res = []
    for i in range(0, len(x) - span + 1, 3):
        res.append(np.dot(x[i:i + span:2], flipped))
    return np.array(res)

# Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "2", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1f38f8cf6865d5b9

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def weighted_sum(window, weights):
    total = 0.0
    for x, w in zip(window, weights):
        total += x * w
    return total

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    flipped = kernel[::-1]
    out = np.zeros(len(vector) - len(kernel) + 1)
    for i in range(len(out)):
        out[i] = weighted_sum(vector[i:i + len(kernel)], flipped)
    return out

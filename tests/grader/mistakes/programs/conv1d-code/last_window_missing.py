# %% Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "11", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: f348e2459035a794

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    k = len(kernel)
    flipped = kernel[::-1]
    outputs = []
    for start in range(len(vector) - k):
        window = vector[start:start + k]
        outputs.append(np.sum(window * flipped))
    return np.array(outputs)

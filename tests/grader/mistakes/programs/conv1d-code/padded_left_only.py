# %% Practice sheet, seed 7069: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7069", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "7069", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 5af4e6649fa1d801

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    pad = 1
    stride = 2

    length = len(vector)
    padded = np.zeros(length + pad, dtype=vector.dtype)
    padded[pad:] = vector

    size = len(kernel)
    outputs = []
    i = 0
    while i + size <= len(padded):
        outputs.append(np.dot(padded[i:i + size], kernel))
        i += stride
    return np.array(outputs)

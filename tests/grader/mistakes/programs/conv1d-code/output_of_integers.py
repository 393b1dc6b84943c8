# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 78daee7413f49830

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    padding = 3
    stride = 2
    k = len(kernel)
    padded = np.zeros(len(vector) + 2 * padding, dtype=vector.dtype)
    padded[padding:-padding] = vector
    out_len = (len(padded) - k) // stride + 1
    output = np.zeros(out_len, dtype=vector.dtype)
    for i in range(out_len):
        crop = padded[i * stride:i * stride + k]
        output[i] = np.sum(crop * np.flip(kernel))
    return output

# %% Practice sheet, seed 404: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "404", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "404", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 06c206dab746070f

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def output_length(n, k, p, s):
    return (n + 2 * p - k) // s

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n, k = vector.size, kernel.size
    padded = np.hstack((np.zeros(3), vector, np.zeros(3)))
    flipped = np.flipud(kernel)
    out = np.zeros(output_length(n, k, 3, 3))
    for idx in range(out.size):
        a = 3 * idx
        out[idx] = np.inner(padded[a:a + k], flipped)
    return out

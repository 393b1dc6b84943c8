# %% Practice sheet, seed 426: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "426", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "426", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 4aa0288811c35f3a

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

S = 3
P = 2

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    padded = np.concatenate([np.zeros(P), vector, np.zeros(P)])
    f = len(kernel)
    n_H = int((len(vector) - f + 2 * P) / S) + 1
    Z = np.zeros(n_H)
    flipped = np.flip(kernel)
    for h in range(n_H):
        vert_start = h
        vert_end = vert_start + f
        Z[h] = np.sum(padded[vert_start:vert_end] * flipped)
    return Z

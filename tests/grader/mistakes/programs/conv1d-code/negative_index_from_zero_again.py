# %% Practice sheet, seed 7675: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7675", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "7675", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "mirror"}}
# grader-checksum: 8721298dd89c0d1d

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    S, P, D = 2, 3, 3
    padded = np.pad(vector, (P, P), "symmetric")
    span = (len(kernel) - 1) * D + 1
    n_out = (len(padded) - span) // S + 1

    out = 0
    # go through the kernel backwards, all outputs at once
    for j in range(len(kernel)):
        cells = padded[j * D:j * D + (n_out - 1) * S + 1:S]
        out = out + kernel[-j] * cells
    return out

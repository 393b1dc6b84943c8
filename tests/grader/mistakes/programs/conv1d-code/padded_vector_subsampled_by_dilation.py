# %% Practice sheet, seed 833: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "833", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "833", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 3, "mode": "mirror"}}
# grader-checksum: 53bb946b98544daf

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

PAD, STRIDE, DIL = 3, 3, 3


def mirrored(v, n):
    return np.pad(v, n, mode="symmetric")


def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = mirrored(vector, PAD)[::DIL]
    k = len(kernel)
    out = []
    for i in range(0, len(x) - k + 1, STRIDE):
        out.append(np.vdot(x[i:i + k], kernel[::-1]))
    return np.array(out)

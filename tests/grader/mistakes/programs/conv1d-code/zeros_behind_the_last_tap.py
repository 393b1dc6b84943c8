# %% Practice sheet, seed 6455: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6455", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "6455", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: d2f06c97165c986c

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    d = 3
    # the dilated kernel: the entries with zeros in between
    big = np.zeros(len(kernel) * d)
    big[::d] = kernel
    big = big[::-1]                      # flip
    v = np.pad(vector, 3, "edge")
    out = []
    for i in range(0, len(v) - len(big) + 1, 3):
        out.append(np.dot(v[i:i+len(big)], big))
    return np.array(out)

# %% Practice sheet, seed 413: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "413", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "413", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "mirror"}}
# grader-checksum: debdedcb6eb313a2

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    s, d = 2, 2
    x = np.pad(vector, 3, mode="symmetric")
    k = len(kernel)
    w = kernel[::-1]
    out = []
    i = 0
    for i in range(len(x)):
        idx = (i * s + np.arange(k)) * d
        if idx[-1] >= len(x):
            break
        out.append(np.dot(x[idx], w))
    return np.array(out)

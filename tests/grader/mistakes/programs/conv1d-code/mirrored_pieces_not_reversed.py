# %% Practice sheet, seed 410: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "410", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "410", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "mirror"}}
# grader-checksum: 7fff530bd5f9c2a2

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def with_mirror(v, p):
    return np.concatenate([v[:p], v, v[-p:]])

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = with_mirror(vector, 3)
    w = kernel[::-1]
    span = 2 * (len(w) - 1)
    out = []
    for s in range(0, len(x) - span, 2):
        out.append(np.dot(x[s:s + span + 1:2], w))
    return np.array(out)

# %% Practice sheet, seed 7313: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7313", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "7313", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: 407810b5caa59b20

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    d, s, p = 2, 3, 3
    m = len(kernel)
    padded = np.pad(vector, (p, p), "edge")
    total = (len(padded) - d * m) // s + 1
    idx = s * np.arange(total)[:, None] + d * np.arange(m)[None, :]
    flipped = kernel[::-1]
    return (padded[idx] * flipped).sum(axis=1)

# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 3, "mode": "circular"}}
# grader-checksum: cdcba76fb8061983

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    dilation = 3
    stride = 3
    kernel[:] = kernel[::-1].copy()
    padded = np.pad(vector, 2, mode="wrap")
    starts = np.arange(0, len(padded) - dilation * (len(kernel) - 1), stride)
    idx = starts[:, None] + dilation * np.arange(len(kernel))[None, :]
    return (padded[idx] * kernel).sum(axis=1)

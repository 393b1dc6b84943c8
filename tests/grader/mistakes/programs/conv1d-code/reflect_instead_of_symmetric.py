# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "512", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "mirror"}}
# grader-checksum: 6707076e0da0ae24

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride, padding, dilation = 2, 3, 3
    vector = np.pad(vector, padding, mode="reflect")
    k = len(kernel)
    span = (k - 1) * dilation + 1
    windows = np.lib.stride_tricks.sliding_window_view(vector, span)
    windows = windows[::stride, ::dilation]
    return np.dot(windows, kernel[::-1])

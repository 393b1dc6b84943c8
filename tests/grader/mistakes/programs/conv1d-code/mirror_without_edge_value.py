# %% Practice sheet, seed 406: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "406", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "406", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 3, "mode": "mirror"}}
# grader-checksum: 5e24dd5a677e5bf4

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    dilation, padding, stride = 3, 2, 2
    padded = np.pad(vector, padding, mode='reflect')
    offsets = dilation * np.arange(len(kernel))
    last = len(padded) - offsets[-1]
    flipped = np.flip(kernel)
    return np.array([np.sum(padded[start + offsets] * flipped)
                     for start in range(0, last, stride)])

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
    stride, pad, dilation = 3, 3, 2
    x = np.pad(vector, pad, mode='symmetric')
    flipped = kernel[::-1]
    taps = np.arange(len(kernel))
    reach = dilation * (len(kernel) - 1)
    starts = np.arange((len(x) - reach - 1) // stride + 1)
    index = stride * starts[:, None] + dilation * taps[None, :]
    return x[index] @ flipped

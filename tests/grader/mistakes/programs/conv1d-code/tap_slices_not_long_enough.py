# %% Practice sheet, seed 414: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "414", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "414", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 7c006747e21d7e9b

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    stride, pad = 2, 2
    img = np.pad(vector, pad)
    k = len(kernel)
    out_len = (len(img) - k) // stride + 1
    out = np.zeros(out_len)
    for x in range(k):
        x_max = x + out_len
        out += kernel[x] * img[x:x_max:stride]
    return out

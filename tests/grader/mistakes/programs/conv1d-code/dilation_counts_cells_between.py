# %% Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "11", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: d958985b17d60926

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride, pad, d = 3, 3, 2
    fr = len(kernel)
    x = np.pad(vector, pad, mode="edge")
    flipped = kernel[::-1]
    # d zeros between neighbours
    eff = fr * (d + 1) - d
    n_out = (len(x) - eff) // stride + 1
    out = np.zeros(max(n_out, 0))
    for i in range(n_out):
        i0 = i * stride
        out[i] = np.sum(x[i0:i0 + eff:d + 1] * flipped)
    return out

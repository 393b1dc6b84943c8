# %% Practice sheet, seed 870: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "870", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "870", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 3, "mode": "mirror"}}
# grader-checksum: 87ccbd760bd78b8d

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride, padding, dilation = 2, 2, 3
    x = np.pad(vector, padding, mode="symmetric")
    K = kernel.shape[0]
    room = x.shape[0] - dilation * (K - 1)
    j = np.arange(K)
    values = []
    for i in range((room - 1) // (stride * dilation) + 1):
        values.append((x[(i * stride + j) * dilation] * kernel[::-1]).sum())
    return np.array(values)

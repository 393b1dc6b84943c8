# %% Practice sheet, seed 5368: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5368", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "5368", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: 82ed5fb8c9b8b909

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride, padding, dilation = 3, 3, 3
    x = np.pad(vector, padding, mode='edge')
    k = kernel[::-1]
    # distance between two neighbouring taps of the kernel
    step = dilation + 1
    extent = (len(k) - 1) * step + 1
    out = []
    for i in range(0, len(x) - extent + 1, stride):
        out.append(np.dot(x[i:i + extent:step], k))
    return np.array(out)

# %% Practice sheet, seed 8609: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8609", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "8609", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: 9c6bd4d3a9c65db1

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    P = 3; S = 2; D = 3
    left = np.full(P, vector[0])
    right = np.full(P, vector[-1])
    x = np.hstack([left, vector, right])
    K = len(kernel)
    span = K * D                    # length of the dilated kernel
    offsets = np.arange(K) * D
    h = kernel[::-1]
    ys = []
    for start in range(0, len(x) - span + 1, S):
        ys.append((x[start + offsets] * h).sum())
    return np.array(ys)

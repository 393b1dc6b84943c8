# %% Practice sheet, seed 1234: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1234", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "1234", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: a1ae9521d8e4e189

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n = len(vector)
    x = np.zeros(n + 6)
    x[3:n + 3] = vector
    x[:3] = vector[0]
    x[n + 3:] = vector[0]
    k = len(kernel)
    size = (k - 1) * 3 + 1
    count = (n + 6 - size) // 2 + 1
    out = np.zeros(count)
    for j in range(k):
        # kernel entry k-1-j looks at the cell start + 3j
        cells = x[3 * j:3 * j + 2 * count - 1:2]
        out += kernel[k - 1 - j] * cells
    return out

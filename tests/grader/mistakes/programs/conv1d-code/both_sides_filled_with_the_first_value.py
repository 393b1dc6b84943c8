# %% Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "11", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: d958985b17d60926

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def replicate(v, n):
    v = np.asarray(v)
    border = np.ones(n) * v[0]
    return np.hstack((border, v, border))


def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = replicate(vector, 3)
    w = np.flipud(kernel)
    reach = 2 * (w.size - 1) + 1
    total = 1 + (x.size - reach) // 3
    return np.fromiter((w @ x[3 * i:3 * i + reach:2] for i in range(total)), dtype=float)

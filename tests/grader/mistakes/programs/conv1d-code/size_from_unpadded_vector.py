# %% Practice sheet, seed 574: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "574", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "574", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1e637e2d93f8a765

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    p = s = 3
    n = len(vector)
    k = len(kernel)
    out_len = max((n - k) // s + 1, 0)
    vec = np.pad(vector, (p, p), 'constant', constant_values=0)
    ker = kernel[::-1]
    out = np.zeros(out_len)
    for i in range(out_len):
        out[i] = (vec[i*s:i*s+k] * ker).sum()
    return out

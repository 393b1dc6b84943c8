# Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "4", "parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 523fed4bc1fa62e1

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    flipped = np.flip(kernel)
    x = np.pad(vector, 1)
    k = len(kernel)
    n = (len(x) - k) // 2 + 1
    y = np.zeros(n)
    for j in range(k):
        y += flipped[k - 1 - j] * x[j:j + 2 * n - 1:2]
    return y

# %% Practice sheet, seed 301: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "301", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "301", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 3, "mode": "mirror"}}
# grader-checksum: a5c2685f3a69e8f3

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n, k = len(vector), len(kernel)
    index = np.arange(-2, n + 2)
    index = np.where(index < 0, -index, index)
    index = np.where(index >= n, 2 * n - 1 - index, index)
    x = vector[np.clip(index, 0, n - 1)]
    reach = 3 * (k - 1) + 1
    result = []
    for a in range(0, len(x) - reach + 1, 3):
        result.append(np.sum(x[a:a + reach:3] * kernel[::-1]))
    return np.array(result)

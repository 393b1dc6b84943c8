# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "7", "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 2, "mode": "mirror"}}
# grader-checksum: c81908d555cab690

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n = vector.size
    idx = np.arange(-2, n + 2)
    idx = idx % (2 * n)                              # period of the mirrored signal
    idx = np.where(idx < n, idx, 2 * n - 1 - idx)
    padded = vector.take(idx)
    span = 1 + 2 * (kernel.size - 1)
    starts = np.arange(0, padded.size - span + 1, 3)
    acc = np.zeros(starts.shape)
    for j in range(kernel.size):
        acc += padded[starts + 2 * j] * kernel[kernel.size - 1 - j]
    return acc

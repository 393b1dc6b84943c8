# %% Practice sheet, seed 1469: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1469", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "1469", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 3, "mode": "circular"}}
# grader-checksum: bde79c8ecabd2420

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    n = len(vector)
    first_three = np.resize(vector, 3)
    last_three = np.resize(vector[::-1], 3)[::-1]
    padded = np.concatenate([first_three, vector, last_three])
    flipped = kernel[::-1]
    m = len(kernel)
    width = 3 * (m - 1) + 1
    result = []
    for i in range(0, n + 6 - width + 1, 3):
        result.append(sum(padded[i:i + width:3] * flipped))
    return np.array(result)

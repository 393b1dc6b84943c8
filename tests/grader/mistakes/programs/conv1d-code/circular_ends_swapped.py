# %% Practice sheet, seed 404: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "404", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "404", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 3, "mode": "circular"}}
# grader-checksum: b27334c2bf1cf5f5

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def circular(values, amount):
    front = values[:amount]
    back = values[len(values) - amount:]
    return np.concatenate((front, values, back))

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    ring = circular(vector, 3)
    k = len(kernel)
    needed = 3 * (k - 1) + 1
    count = (len(ring) - needed) // 3 + 1
    answer = np.zeros(count)
    for c in range(count):
        piece = ring[3 * c:3 * c + needed:3]
        answer[c] = np.sum(piece * kernel[::-1])
    return answer

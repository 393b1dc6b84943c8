# %% Practice sheet, seed 64700: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "64700", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "64700", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: e1e560a90c682fed

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    step = 3
    vec = np.pad(vector, 2)
    taps = list(kernel)
    taps.reverse()
    how_many = (vec.size - len(taps) + 1) // step
    answer = []
    pos = 0
    while len(answer) < how_many:
        answer.append(np.dot(taps, vec[pos:pos + len(taps)]))
        pos += step
    return np.array(answer)

# %% Practice sheet, seed 8995: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8995", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "8995", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: b22c967792d9c7c0

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    PAD, STRIDE = 2, 3
    p = np.concatenate([[0] * PAD, vector, [0] * PAD])
    flipped = kernel[::-1]
    k = len(flipped)
    answers = []
    position = 0
    while position + k <= len(p):
        answers.append(np.dot(p[position:position + k], flipped))
        position += STRIDE + 1
    return np.array(answers)

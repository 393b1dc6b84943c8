# %% Practice sheet, seed 5798: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5798", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "5798", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 740ee5394fe64917

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    kernel[:] = kernel[::-1]          # step 1: flip
    outputs = []
    for start in range(vector.shape[0] - kernel.shape[0] + 1):
        window = vector[start:start + kernel.shape[0]]
        outputs.append(window @ kernel)  # step 2: slide
    return np.array(outputs)

# %% Practice sheet, seed 60792: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "60792", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "60792", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 2, "mode": "mirror"}}
# grader-checksum: 7f8fb61d5fd5c229

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride, pad, dil = 3, 2, 2
    x = np.pad(vector, pad, mode='symmetric')
    span = dil * (len(kernel) - 1)
    out = []
    for start in range(0, len(x) - span, stride):
        window = x[start + span:start - 1:-dil]     # backwards = flipped
        out.append(np.dot(window, kernel))
    return np.array(out)

# %% Practice sheet, seed 3010: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3010", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "3010", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: fec67ee345a5a96c

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    def valid(x, h):
        k = len(h)
        out = []
        for i in range(len(x) - k + 1):
            out.append(np.sum(x[i:i + k] * h[::-1]))
        return np.array(out)

    padded = np.pad(vector, 2)
    # stride 2 -> look at every second cell
    return valid(padded[::2], kernel)

# Practice sheet, seed 10: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "10", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "10", "parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 26641b3e60f30488

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.block([np.zeros(1), vector, np.zeros(1)])
    outer = np.outer(kernel[::-1], x)
    last = outer.shape[1] - outer.shape[0]
    return np.array([np.trace(outer, offset=d) for d in range(0, last + 1, 2)])

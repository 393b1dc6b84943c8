# Practice sheet, seed 6: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "6", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 131def2b50ff59cb

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.pad(vector, 3)[::-1]
    return np.array([x[i:i + len(kernel)] @ kernel for i in range(0, len(x) - len(kernel) + 1, 2)])

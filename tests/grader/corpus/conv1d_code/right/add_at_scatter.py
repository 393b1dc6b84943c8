# Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "2", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1f38f8cf6865d5b9

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    products = np.outer(vector, kernel)
    i, j = np.indices(products.shape)
    full = np.zeros(len(vector) + len(kernel) - 1)
    np.add.at(full, (i + j).ravel(), products.ravel())
    return full[len(kernel) - 1:len(vector)]

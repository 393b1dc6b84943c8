# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "3", "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 15d1dee77e476afd

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.pad(vector, 2)
    k = kernel[::-1]
    at = np.vectorize(lambda i: float(x[i:i + k.size] @ k))
    return at(np.arange(0, x.size - k.size + 1, 2))

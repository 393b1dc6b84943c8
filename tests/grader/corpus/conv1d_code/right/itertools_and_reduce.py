# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 29ce4a5b41993759

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

from functools import reduce
from itertools import islice

def conv1d(vector, kernel):
    m = vector.shape[0] - kernel.shape[0] + 1
    terms = (kernel[j] * vector[j:j + m] for j in range(kernel.shape[0]))
    return reduce(np.add, terms)

# %% Practice sheet, seed 364: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "364", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "364", "draw": 1, "parameters": {"kernel": [[1, -1, 3], [2, -2, 6], [-1, 1, -3]], "other": [[1, -2, 2], [-3, 8, -6], [1, -2, 2]], "input": [20, 56, 60], "channels": 48, "size": 3, "groups": 1}}
# grader-checksum: b1a0a8d7983d6e6c

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[1, -1, 3], [2, -2, 6], [-1, 1, -3]])
in_shape = (20, 56, 60)
out_shape = (48, 56, 60)
other = np.array([[1, -2, 2], [-3, 8, -6], [1, -2, 2]])

column = [1, 2, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, -2, 6]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 8640  # whole number
regular_macs = 29030400  # whole number, MACs
separable_params = 1140  # whole number
separable_macs = 3830400  # whole number, MACs

# %% Practice sheet, seed 956: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "956", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "956", "draw": 1, "parameters": {"kernel": [[2, -4, -2], [-1, 2, 1], [0, 0, 0]], "other": [[1, -2, -2], [-2, 4, 4], [-1, 0, 0]], "input": [28, 84, 92], "channels": 44, "size": 5, "groups": 1}}
# grader-checksum: 9030e2be27323872

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[2, -4, -2], [-1, 2, 1], [0, 0, 0]])
in_shape = (28, 84, 92)
out_shape = (44, 84, 92)
other = np.array([[1, -2, -2], [-2, 4, 4], [-1, 0, 0]])

column = [2, 1, 0]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, -2, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 30800  # whole number
regular_macs = 238022400  # whole number, MACs
separable_params = 1932  # whole number
separable_macs = 14930496  # whole number, MACs

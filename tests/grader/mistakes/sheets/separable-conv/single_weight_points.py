# %% Practice sheet, seed 623: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "623", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "623", "draw": 1, "parameters": {"kernel": [[4, 4, -2], [-6, -6, 3], [-2, -2, 1]], "other": [[-6, -2, 2], [6, 2, -2], [4, 1, -1]], "input": [24, 104, 128], "channels": 36, "size": 5, "groups": 1}}
# grader-checksum: 6f3fa3e02f049ddb

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[4, 4, -2], [-6, -6, 3], [-2, -2, 1]])
in_shape = (24, 104, 128)
out_shape = (36, 104, 128)
other = np.array([[-6, -2, 2], [6, 2, -2], [4, 1, -1]])

column = [1, "-3/2", "-1/2"]  # vector of length 3, exact, such as 3 or "1/2"
row = [4, 4, -2]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = "21600"  # whole number
regular_macs = "287539200"  # whole number, MACs
separable_params = "636"  # whole number
separable_macs = "8466432"  # whole number, MACs

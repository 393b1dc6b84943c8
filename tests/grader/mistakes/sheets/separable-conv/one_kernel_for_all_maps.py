# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "101", "draw": 1, "parameters": {"kernel": [[2, -1, -1], [-2, 1, 1], [-2, 1, 1]], "other": [[-2, 1, -1], [2, -1, 1], [2, -1, 1]], "input": [4, 16, 16], "channels": 7, "size": 5, "groups": 1}}
# grader-checksum: 515407bcc7e4ade2

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[2, -1, -1], [-2, 1, 1], [-2, 1, 1]])
in_shape = (4, 16, 16)
out_shape = (7, 16, 16)
other = np.array([[-2, 1, -1], [2, -1, 1], [2, -1, 1]])

column = [1, -1, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, -1, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 700  # whole number
regular_macs = 179200  # whole number, MACs
separable_params = 53  # whole number
separable_macs = 32768  # whole number, MACs

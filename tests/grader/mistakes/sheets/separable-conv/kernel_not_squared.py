# %% Practice sheet, seed 971: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "971", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "971", "draw": 1, "parameters": {"kernel": [[-1, 0, 1], [-2, 0, 2], [1, 0, -1]], "other": [[0, 0, 0], [-2, 0, -1], [2, 0, 1]], "input": [3, 12, 12], "channels": 8, "size": 3, "groups": 1}}
# grader-checksum: e65bcf9dbf091f19

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-1, 0, 1], [-2, 0, 2], [1, 0, -1]])
in_shape = (3, 12, 12)
out_shape = (8, 12, 12)
other = np.array([[0, 0, 0], [-2, 0, -1], [2, 0, 1]])

column = [1, 2, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, 0, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 72  # whole number
regular_macs = 10368  # whole number, MACs
separable_params = 33  # whole number
separable_macs = 4752  # whole number, MACs

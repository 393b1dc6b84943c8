# %% Practice sheet, seed 976: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "976", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "976", "draw": 1, "parameters": {"kernel": [[12, 0, 18], [8, 0, 12], [12, 0, 18]], "other": [[-3, -9, -6], [1, 6, 4], [3, 9, 6]], "input": [6, 64, 80], "channels": 26, "size": 3, "groups": 2}}
# grader-checksum: 94bee4a19dbee60b

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[12, 0, 18], [8, 0, 12], [12, 0, 18]])
in_shape = (6, 64, 80)
out_shape = (26, 64, 80)
other = np.array([[-3, -9, -6], [1, 6, 4], [3, 9, 6]])

column = np.array([6, 4, 6])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([2, 0, 3])  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 1404  # whole number
regular_macs = 7188480  # whole number, MACs
grouped_params = 351  # whole number
grouped_macs = 3594240  # whole number, MACs
separable_params = 210  # whole number
separable_macs = 1075200  # whole number, MACs

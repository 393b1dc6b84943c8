# %% Practice sheet, seed 911: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "911", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "911", "draw": 1, "parameters": {"kernel": [[3, -1, 1], [6, -2, 2], [-6, 2, -2]], "other": [[2, 2, -6], [1, 1, -3], [0, 0, 0]], "input": [28, 40, 72], "channels": 64, "size": 3, "groups": 1}}
# grader-checksum: 4b3e44cebabd715e

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[3, -1, 1], [6, -2, 2], [-6, 2, -2]])
in_shape = (28, 40, 72)
out_shape = (64, 40, 72)
other = np.array([[2, 2, -6], [1, 1, -3], [0, 0, 0]])

column = np.array([1, 2, -2])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([3, -1, 1])  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 16128  # whole number
regular_macs = 46448640  # whole number, MACs
separable_params = 252  # whole number
separable_macs = 725760  # whole number, MACs

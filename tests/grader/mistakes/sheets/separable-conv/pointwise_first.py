# %% Practice sheet, seed 6566: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6566", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "6566", "draw": 1, "parameters": {"kernel": [[0, -2, -1], [0, -2, -1], [0, 2, 1]], "other": [[-4, 2, 2], [-2, 1, 1], [-2, 0, 0]], "input": [3, 12, 12], "channels": 12, "size": 3, "groups": 1}}
# grader-checksum: 6c26e847be03dfc7

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, -2, -1], [0, -2, -1], [0, 2, 1]])
in_shape = (3, 12, 12)
out_shape = (12, 12, 12)
other = np.array([[-4, 2, 2], [-2, 1, 1], [-2, 0, 0]])

column = [1, 1, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [0, -2, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 324  # whole number
regular_macs = 46656  # whole number, MACs
separable_params = 144  # whole number
separable_macs = 20736  # whole number, MACs

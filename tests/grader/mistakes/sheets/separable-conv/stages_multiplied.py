# %% Practice sheet, seed 909: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "909", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "909", "draw": 1, "parameters": {"kernel": [[-1, 2, -1], [0, 0, 0], [-1, 2, -1]], "other": [[-2, 1, -1], [0, 2, 0], [-4, 2, -2]], "input": [4, 24, 24], "channels": 9, "size": 3, "groups": 1}}
# grader-checksum: c9af379ce01f3457

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-1, 2, -1], [0, 0, 0], [-1, 2, -1]])
in_shape = (4, 24, 24)
out_shape = (9, 24, 24)
other = np.array([[-2, 1, -1], [0, 2, 0], [-4, 2, -2]])

column = [1, 0, 1]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, 2, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 324  # whole number
regular_macs = 186624  # whole number, MACs
separable_params = 1296  # whole number
separable_macs = 746496  # whole number, MACs

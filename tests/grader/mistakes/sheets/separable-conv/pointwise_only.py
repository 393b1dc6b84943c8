# %% Practice sheet, seed 913: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "913", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "913", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [1, -2, -1], [-2, 4, 2]], "other": [[2, 1, -1], [-2, -1, 1], [2, 1, -1]], "input": [4, 24, 24], "channels": 7, "size": 5, "groups": 1}}
# grader-checksum: 541d3d8ca2245e05

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 0, 0], [1, -2, -1], [-2, 4, 2]])
in_shape = (4, 24, 24)
out_shape = (7, 24, 24)
other = np.array([[2, 1, -1], [-2, -1, 1], [2, 1, -1]])

column = [0, 1, -2]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, -2, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 700  # whole number
regular_macs = 403200  # whole number, MACs
separable_params = 28  # whole number
separable_macs = 16128  # whole number, MACs

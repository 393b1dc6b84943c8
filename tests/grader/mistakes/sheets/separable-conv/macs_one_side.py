# %% Practice sheet, seed 935: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "935", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "935", "draw": 1, "parameters": {"kernel": [[0, -1, -2], [0, -1, -2], [0, 1, 2]], "other": [[-1, -2, -1], [1, 2, -1], [-1, -2, -1]], "input": [3, 16, 16], "channels": 9, "size": 5, "groups": 1}}
# grader-checksum: 8696a9c7448ab4c7

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, -1, -2], [0, -1, -2], [0, 1, 2]])
in_shape = (3, 16, 16)
out_shape = (9, 16, 16)
other = np.array([[-1, -2, -1], [1, 2, -1], [-1, -2, -1]])

column = np.array([1, 1, -1])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([0, -1, -2])  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 675  # whole number
regular_macs = 10800  # whole number, MACs
separable_params = 102  # whole number
separable_macs = 1632  # whole number, MACs

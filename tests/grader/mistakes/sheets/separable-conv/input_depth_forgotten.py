# %% Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "12", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [2, -1, 1], [4, -2, 2]], "other": [[1, 1, -3], [0, 0, 0], [-1, -1, 2]], "input": [2, 12, 12], "channels": 9, "size": 5, "groups": 1}}
# grader-checksum: 58bafae777550756

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 0, 0], [2, -1, 1], [4, -2, 2]])
in_shape = (2, 12, 12)
out_shape = (9, 12, 12)
other = np.array([[1, 1, -3], [0, 0, 0], [-1, -1, 2]])

column = [0, 1, 2]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, -1, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 5*5*9  # whole number
regular_macs = (5*5*9)*12*12  # whole number, MACs
separable_params = 5*5*2 + 2*9  # whole number
separable_macs = (5*5*2 + 2*9)*12*12  # whole number, MACs

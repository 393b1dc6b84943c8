# %% Practice sheet, seed 948: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "948", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "948", "draw": 1, "parameters": {"kernel": [[-6, -24, -18], [0, 0, 0], [-4, -16, -12]], "other": [[-12, 7, 6], [4, -3, -2], [16, -12, -8]], "input": [32, 76, 84], "channels": 56, "size": 3, "groups": 4}}
# grader-checksum: 81dc14fa39477509

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-6, -24, -18], [0, 0, 0], [-4, -16, -12]])
in_shape = (32, 76, 84)
out_shape = (56, 76, 84)
other = np.array([[-12, 7, 6], [4, -3, -2], [16, -12, -8]])

column = np.array([-1, -4, -3])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([6, 0, 4])  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 16128  # whole number
regular_macs = 102961152  # whole number, MACs
grouped_params = 4032  # whole number
grouped_macs = 25740288  # whole number, MACs
separable_params = 2080  # whole number
separable_macs = 13278720  # whole number, MACs

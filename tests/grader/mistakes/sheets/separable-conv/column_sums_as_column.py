# %% Practice sheet, seed 972: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "972", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "972", "draw": 1, "parameters": {"kernel": [[1, -3, 1], [2, -6, 2], [1, -3, 1]], "other": [[2, 0, 4], [1, 0, 2], [2, 0, 4]], "input": [32, 64, 84], "channels": 64, "size": 5, "groups": 1}}
# grader-checksum: 2e5974b8c0a4b470

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[1, -3, 1], [2, -6, 2], [1, -3, 1]])
in_shape = (32, 64, 84)
out_shape = (64, 64, 84)
other = np.array([[2, 0, 4], [1, 0, 2], [2, 0, 4]])

column = [4, -12, 4]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, -2, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 51200  # whole number
regular_macs = 275251200  # whole number, MACs
separable_params = 2848  # whole number
separable_macs = 15310848  # whole number, MACs

# %% Practice sheet, seed 974: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "974", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "974", "draw": 1, "parameters": {"kernel": [[8, -16, -24], [2, -4, -6], [-6, 12, 18]], "other": [[-6, -3, -9], [-1, -1, -3], [-8, -4, -12]], "input": [20, 44, 52], "channels": 60, "size": 5, "groups": 4}}
# grader-checksum: 71f1d81569c7c66c

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[8, -16, -24], [2, -4, -6], [-6, 12, 18]])
in_shape = (20, 44, 52)
out_shape = (60, 44, 52)
other = np.array([[-6, -3, -9], [-1, -1, -3], [-8, -4, -12]])

column = [8, 2, -6]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, -2, -3]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 30000  # whole number
regular_macs = 68640000  # whole number, MACs
grouped_params = 7500  # whole number
grouped_macs = 17160000  # whole number, MACs
separable_params = 1700  # whole number
separable_macs = 1144000  # whole number, MACs

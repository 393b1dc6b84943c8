# %% Practice sheet, seed 1905: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1905", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "1905", "draw": 1, "parameters": {"kernel": [[18, -18, -12], [27, -27, -18], [36, -36, -24]], "other": [[-6, 2, -4], [-10, 3, -6], [9, -3, 6]], "input": [8, 36, 76], "channels": 30, "size": 5, "groups": 2}}
# grader-checksum: 8c02c933741b3b9a

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[18, -18, -12], [27, -27, -18], [36, -36, -24]])
in_shape = (8, 36, 76)
out_shape = (30, 36, 76)
other = np.array([[-6, 2, -4], [-10, 3, -6], [9, -3, 6]])

column = [6, 9, 12]  # vector of length 3, exact, such as 3 or "1/2"
row = [3, -3, -2]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 6000  # whole number
regular_macs = 16416000  # whole number, MACs
grouped_params = 1500  # whole number
grouped_macs = 4104000  # whole number, MACs
separable_params = 440  # whole number
separable_macs = 1203840  # whole number, MACs

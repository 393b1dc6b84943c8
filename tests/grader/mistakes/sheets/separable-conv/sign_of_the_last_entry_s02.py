# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "1", "draw": 1, "parameters": {"kernel": [[-1, -2, 2], [-2, -4, 4], [3, 6, -6]], "other": [[-3, 9, 3], [-1, 3, 1], [-2, 6, 2]], "input": [24, 120, 144], "channels": 48, "size": 3, "groups": 1}}
# grader-checksum: 772bbd16cc8d0084

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-1, -2, 2], [-2, -4, 4], [3, 6, -6]])
in_shape = (24, 120, 144)
out_shape = (48, 120, 144)
other = np.array([[-3, 9, 3], [-1, 3, 1], [-2, 6, 2]])

column = [1, 2, -3]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, -2, -2]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'yes'  # one of: "yes", "no"
regular_params = 10368  # whole number
regular_macs = 179159040  # whole number, MACs
separable_params = 1368  # whole number
separable_macs = 23639040  # whole number, MACs

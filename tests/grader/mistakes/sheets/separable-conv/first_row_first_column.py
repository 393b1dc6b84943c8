# %% Practice sheet, seed 949: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "949", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "949", "draw": 1, "parameters": {"kernel": [[-1, -3, -2], [-2, -6, -4], [-1, -3, -2]], "other": [[-4, 0, -4], [-1, 0, -2], [-3, 0, -6]], "input": [20, 124, 144], "channels": 36, "size": 5, "groups": 1}}
# grader-checksum: dbb852a72abf2db9

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-1, -3, -2], [-2, -6, -4], [-1, -3, -2]])
in_shape = (20, 124, 144)
out_shape = (36, 124, 144)
other = np.array([[-4, 0, -4], [-1, 0, -2], [-3, 0, -6]])

column = [-1, -2, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, -3, -2]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 18000  # whole number
regular_macs = 321408000  # whole number, MACs
separable_params = 1220  # whole number
separable_macs = 21784320  # whole number, MACs

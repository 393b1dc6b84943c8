# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "4", "draw": 1, "parameters": {"kernel": [[-2, 2, 1], [6, -6, -3], [-2, 2, 1]], "other": [[6, -2, -2], [-8, 2, 2], [3, -1, -1]], "input": [32, 92, 96], "channels": 52, "size": 5, "groups": 1}}
# grader-checksum: a4b2f60ab2192125

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, 2, 1], [6, -6, -3], [-2, 2, 1]])
in_shape = (32, 92, 96)
out_shape = (52, 92, 96)
other = np.array([[6, -2, -2], [-8, 2, 2], [3, -1, -1]])

column = [1, -3, 1]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, 2, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'no'  # one of: "yes", "no"
regular_params = 41600  # whole number
regular_macs = 367411200  # whole number, MACs
separable_params = 2464  # whole number
separable_macs = 226688  # whole number, MACs

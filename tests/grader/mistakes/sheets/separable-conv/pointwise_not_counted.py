# %% Practice sheet, seed 58: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "58", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "58", "draw": 1, "parameters": {"kernel": [[-4, -2, -6], [-4, -2, -6], [2, 1, 3]], "other": [[1, 1, 3], [4, 3, 9], [-2, -2, -6]], "input": [32, 104, 124], "channels": 48, "size": 5, "groups": 1}}
# grader-checksum: 1fbe7baa22b0266c

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-4, -2, -6], [-4, -2, -6], [2, 1, 3]])
in_shape = (32, 104, 124)
out_shape = (48, 104, 124)
other = np.array([[1, 1, 3], [4, 3, 9], [-2, -2, -6]])

column = [2, 2, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, -1, -3]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 5*5*32*48  # whole number
regular_macs = (5*5*32*48)*104*124  # whole number, MACs
separable_params = 5**2*32  # whole number
separable_macs = (5**2*32)*104*124  # whole number, MACs

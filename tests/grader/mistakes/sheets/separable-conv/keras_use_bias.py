# %% Practice sheet, seed 904: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "904", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "904", "draw": 1, "parameters": {"kernel": [[-2, 1, 1], [-6, 3, 3], [-4, 2, 2]], "other": [[4, 2, 2], [4, 2, 3], [-2, -1, -1]], "input": [32, 88, 96], "channels": 40, "size": 3, "groups": 1}}
# grader-checksum: 7e2510191264e246

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, 1, 1], [-6, 3, 3], [-4, 2, 2]])
in_shape = (32, 88, 96)
out_shape = (40, 88, 96)
other = np.array([[4, 2, 2], [4, 2, 3], [-2, -1, -1]])

column = [1, 3, 2]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, 1, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 11560  # whole number
regular_macs = 97320960  # whole number, MACs
separable_params = 1608  # whole number
separable_macs = 13246464  # whole number, MACs

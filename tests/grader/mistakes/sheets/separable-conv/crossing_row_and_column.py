# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "411", "draw": 1, "parameters": {"kernel": [[36, -24, 0], [-27, 18, 0], [18, -12, 0]], "other": [[-9, 6, -3], [1, 0, 0], [-6, 4, -2]], "input": [20, 128, 144], "channels": 28, "size": 5, "groups": 2}}
# grader-checksum: a5c8aff0f15b5bef

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[36, -24, 0], [-27, 18, 0], [18, -12, 0]])
in_shape = (20, 128, 144)
out_shape = (28, 128, 144)
other = np.array([[-9, 6, -3], [1, 0, 0], [-6, 4, -2]])

column = [36, -27, 18]  # vector of length 3, exact, such as 3 or "1/2"
row = [36, -24, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 14000  # whole number
regular_macs = 258048000  # whole number, MACs
grouped_params = 7000  # whole number
grouped_macs = 129024000  # whole number, MACs
separable_params = 1060  # whole number
separable_macs = 19537920  # whole number, MACs

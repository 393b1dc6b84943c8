# %% Practice sheet, seed 930: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "930", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "930", "draw": 1, "parameters": {"kernel": [[-12, 16, -4], [-18, 24, -6], [6, -8, 2]], "other": [[-6, 0, -9], [-8, 0, -12], [4, 0, 6]], "input": [40, 40, 64], "channels": 64, "size": 3, "groups": 4}}
# grader-checksum: 97476cdaced32a9e

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-12, 16, -4], [-18, 24, -6], [6, -8, 2]])
in_shape = (40, 40, 64)
out_shape = (64, 40, 64)
other = np.array([[-6, 0, -9], [-8, 0, -12], [4, 0, 6]])

column = [4, 6, -2]  # vector of length 3, exact, such as 3 or "1/2"
row = [-3, 4, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 23040  # whole number
regular_macs = 63866880  # whole number, MACs
grouped_params = 5760  # whole number
grouped_macs = 15966720  # whole number, MACs
separable_params = 2920  # whole number
separable_macs = 8094240  # whole number, MACs

# %% Practice sheet, seed 58: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "58", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "58", "draw": 1, "parameters": {"kernel": [[-6, 2, -4], [18, -6, 12], [24, -8, 16]], "other": [[0, 2, -3], [-3, -6, 9], [-4, -8, 12]], "input": [20, 100, 120], "channels": 32, "size": 3, "groups": 2}}
# grader-checksum: a167d058c6d3e292

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-6, 2, -4], [18, -6, 12], [24, -8, 16]])
in_shape = (20, 100, 120)
out_shape = (32, 100, 120)
other = np.array([[0, 2, -3], [-3, -6, 9], [-4, -8, 12]])

column = [-3, 1, -2]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, -6, -8]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 5760  # whole number
regular_macs = 69120000  # whole number, MACs
grouped_params = 2880  # whole number
grouped_macs = 34560000  # whole number, MACs
separable_params = 820  # whole number
separable_macs = 9840000  # whole number, MACs

# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "3", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [1, 2, 1], [-2, -4, -2]], "other": [[-4, 2, -2], [2, -1, 1], [6, -3, 4]], "input": [20, 84, 108], "channels": 44, "size": 3, "groups": 1}}
# grader-checksum: f4eebe2ff3dd42ba

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 0, 0], [1, 2, 1], [-2, -4, -2]])
in_shape = (20, 84, 108)
out_shape = (44, 84, 108)
other = np.array([[-4, 2, -2], [2, -1, 1], [6, -3, 4]])

column = [0, 1, -2]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, 2, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'yes'  # one of: "yes", "no"
regular_params = 7920  # whole number
regular_macs = 71850240  # whole number, MACs
separable_params = 1060  # whole number
separable_macs = 9616320  # whole number, MACs

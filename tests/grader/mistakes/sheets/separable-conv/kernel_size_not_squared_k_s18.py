# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "4", "draw": 1, "parameters": {"kernel": [[0, 1, -1], [0, 0, 0], [0, 2, -2]], "other": [[-2, 2, -2], [0, 0, 0], [1, -1, 1]], "input": [3, 16, 16], "channels": 11, "size": 3, "groups": 1}}
# grader-checksum: 8a85e5df2de0b223

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 1, -1], [0, 0, 0], [0, 2, -2]])
in_shape = (3, 16, 16)
out_shape = (11, 16, 16)
other = np.array([[-2, 2, -2], [0, 0, 0], [1, -1, 1]])

column = [1, 0, 2]  # vector of length 3, exact, such as 3 or "1/2"
row = [0, 1, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'yes'  # one of: "yes", "no"
regular_params = 99  # whole number
regular_macs = 25344  # whole number, MACs
separable_params = 42  # whole number
separable_macs = 10752  # whole number, MACs

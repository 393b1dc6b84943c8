# %% Practice sheet, seed 928: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "928", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "928", "draw": 1, "parameters": {"kernel": [[-1, 1, -1], [2, -2, 2], [0, 0, 0]], "other": [[-2, -1, 0], [-2, -1, 0], [2, 1, 0]], "input": [4, 12, 12], "channels": 9, "size": 5, "groups": 1}}
# grader-checksum: abbf52c49f1a049a

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-1, 1, -1], [2, -2, 2], [0, 0, 0]])
in_shape = (4, 12, 12)
out_shape = (9, 12, 12)
other = np.array([[-2, -1, 0], [-2, -1, 0], [2, 1, 0]])

column = [1, -2, 0]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, 1, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 900  # whole number
regular_macs = 57600  # whole number, MACs
separable_params = 136  # whole number
separable_macs = 8704  # whole number, MACs

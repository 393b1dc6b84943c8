# %% Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "7", "draw": 1, "parameters": {"kernel": [[2, 2, 0], [0, 0, 0], [1, 1, 0]], "other": [[-1, 1, -1], [0, 0, 0], [-1, 1, -1]], "input": [4, 20, 20], "channels": 7, "size": 3, "groups": 1}}
# grader-checksum: 102462bd6b5587a2

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[2, 2, 0], [0, 0, 0], [1, 1, 0]])
in_shape = (4, 20, 20)
out_shape = (7, 20, 20)
other = np.array([[-1, 1, -1], [0, 0, 0], [-1, 1, -1]])

column = [2, 0, 1]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, 1, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 3*3*4*7  # whole number
regular_macs = (3*3*4*7)*20*20  # whole number, MACs
separable_params = 2*3*4 + 4*7  # whole number
separable_macs = (2*3*4 + 4*7)*20*20  # whole number, MACs

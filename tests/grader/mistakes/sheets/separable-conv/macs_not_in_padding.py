# %% Practice sheet, seed 931: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "931", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "931", "draw": 1, "parameters": {"kernel": [[-2, 0, -2], [1, 0, 1], [-1, 0, -1]], "other": [[-1, 1, 1], [2, -2, -4], [0, 0, 0]], "input": [3, 12, 12], "channels": 10, "size": 5, "groups": 1}}
# grader-checksum: 3840efdb4da74dcb

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, 0, -2], [1, 0, 1], [-1, 0, -1]])
in_shape = (3, 12, 12)
out_shape = (10, 12, 12)
other = np.array([[-1, 1, 1], [2, -2, -4], [0, 0, 0]])

column = [2, -1, 1]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, 0, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 750  # whole number
regular_macs = 87480  # whole number, MACs
separable_params = 105  # whole number
separable_macs = 13068  # whole number, MACs

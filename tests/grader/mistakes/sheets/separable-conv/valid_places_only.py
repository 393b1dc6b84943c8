# %% Practice sheet, seed 3141: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3141", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "3141", "draw": 1, "parameters": {"kernel": [[0, 2, -2], [0, 1, -1], [0, 1, -1]], "other": [[-1, 0, -1], [2, 0, 3], [-1, 0, -1]], "input": [4, 16, 16], "channels": 8, "size": 3, "groups": 1}}
# grader-checksum: d23aa41590dfa343

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 2, -2], [0, 1, -1], [0, 1, -1]])
in_shape = (4, 16, 16)
out_shape = (8, 16, 16)
other = np.array([[-1, 0, -1], [2, 0, 3], [-1, 0, -1]])

column = [2, 1, 1]  # vector of length 3, exact, such as 3 or "1/2"
row = [0, 1, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 288  # whole number
regular_macs = 56448  # whole number, MACs
separable_params = 68  # whole number
separable_macs = 13328  # whole number, MACs

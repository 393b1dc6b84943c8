# %% Practice sheet, seed 916: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "916", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "916", "draw": 1, "parameters": {"kernel": [[4, -2, 0], [-2, 1, 0], [-4, 2, 0]], "other": [[0, 0, 0], [-2, -1, -4], [1, 1, 2]], "input": [24, 96, 116], "channels": 64, "size": 3, "groups": 1}}
# grader-checksum: e611f4bb10d813ea

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[4, -2, 0], [-2, 1, 0], [-4, 2, 0]])
in_shape = (24, 96, 116)
out_shape = (64, 96, 116)
other = np.array([[0, 0, 0], [-2, -1, -4], [1, 1, 2]])

column = [2, -1, -2]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, -1, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 13824  # whole number
regular_macs = 153944064  # whole number, MACs
separable_params = 6720  # whole number
separable_macs = 74833920  # whole number, MACs

# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "411", "draw": 1, "parameters": {"kernel": [[2, -1, 0], [2, -1, 0], [-4, 2, 0]], "other": [[-3, -1, 1], [-6, -2, 0], [-3, -1, 1]], "input": [16, 80, 108], "channels": 64, "size": 3, "groups": 1}}
# grader-checksum: f178b141e14e75c1

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[2, -1, 0], [2, -1, 0], [-4, 2, 0]])
in_shape = (16, 80, 108)
out_shape = (64, 80, 108)
other = np.array([[-3, -1, 1], [-6, -2, 0], [-3, -1, 1]])

column = [1, 1, -2]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, -1, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 3*3*16*64  # whole number
regular_macs = (3*3*16*64)*80*108  # whole number, MACs
separable_params = 3*3*16 + 16*64  # whole number
separable_macs = 3*3*16*80*108 + 16*64  # whole number, MACs

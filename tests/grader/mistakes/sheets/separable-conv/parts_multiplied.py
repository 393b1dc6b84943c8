# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "101", "draw": 1, "parameters": {"kernel": [[-4, 0, -6], [16, 0, 24], [12, 0, 18]], "other": [[4, 2, -6], [-6, -3, 9], [8, 3, -12]], "input": [16, 40, 48], "channels": 30, "size": 5, "groups": 2}}
# grader-checksum: 66264d98677c6d78

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-4, 0, -6], [16, 0, 24], [12, 0, 18]])
in_shape = (16, 40, 48)
out_shape = (30, 40, 48)
other = np.array([[4, 2, -6], [-6, -3, 9], [8, 3, -12]])

column = [2, -8, -6]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, 0, -3]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 5*5*16*30  # whole number
regular_macs = (5*5*16*30)*40*48  # whole number, MACs
grouped_params = 5*5*8*30  # whole number
grouped_macs = (5*5*8*30)*40*48  # whole number, MACs
separable_params = 5*5*16 * 16*30  # whole number
separable_macs = (5*5*16 * 16*30)*40*48  # whole number, MACs

# %% Practice sheet, seed 1905: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1905", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "1905", "draw": 1, "parameters": {"kernel": [[2, 1, 2], [6, 3, 6], [2, 1, 2]], "other": [[0, 0, 0], [-2, 4, 2], [1, -2, -1]], "input": [24, 100, 136], "channels": 52, "size": 5, "groups": 1}}
# grader-checksum: b665085e0c1f90e9

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[2, 1, 2], [6, 3, 6], [2, 1, 2]])
in_shape = (24, 100, 136)
out_shape = (52, 100, 136)
other = np.array([[0, 0, 0], [-2, 4, 2], [1, -2, -1]])

column = [-0.30151, -0.90453, -0.30151]  # vector of length 3, exact, such as 3 or "1/2"
row = [-0.66667, -0.33333, -0.66667]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 31200  # whole number
regular_macs = 424320000  # whole number, MACs
separable_params = 1848  # whole number
separable_macs = 25132800  # whole number, MACs

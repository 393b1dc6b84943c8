# %% Practice sheet, seed 969: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "969", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "969", "draw": 1, "parameters": {"kernel": [[-9, 0, -6], [-27, 0, -18], [18, 0, 12]], "other": [[0, 4, 6], [0, 2, 3], [0, -6, -9]], "input": [8, 100, 104], "channels": 32, "size": 5, "groups": 2}}
# grader-checksum: 31b2509190e5ce9d

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-9, 0, -6], [-27, 0, -18], [18, 0, 12]])
in_shape = (8, 100, 104)
out_shape = (32, 100, 104)
other = np.array([[0, 4, 6], [0, 2, 3], [0, -6, -9]])

column = [3, 9, -6]  # vector of length 3, exact, such as 3 or "1/2"
row = [-3, 0, -2]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 6400  # whole number
regular_macs = 66560000  # whole number, MACs
grouped_params = 3200  # whole number
grouped_macs = 33280000  # whole number, MACs
separable_params = 456  # whole number
separable_macs = 4742400  # whole number, MACs

# %% Practice sheet, seed 365: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "365", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "365", "draw": 1, "parameters": {"kernel": [[2, 1, 0], [2, 1, 0], [4, 2, 0]], "other": [[-6, 4, -2], [3, -2, 1], [-6, 4, -2]], "input": [28, 32, 68], "channels": 36, "size": 5, "groups": 1}}
# grader-checksum: 123ff62e5df6aabb

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[2, 1, 0], [2, 1, 0], [4, 2, 0]])
in_shape = (28, 32, 68)
out_shape = (36, 32, 68)
other = np.array([[-6, 4, -2], [3, -2, 1], [-6, 4, -2]])

column = [1, 1, 2]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, 1, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 25200  # whole number
regular_macs = 45158400  # whole number, MACs
separable_params = 1708  # whole number
separable_macs = 3716608  # whole number, MACs

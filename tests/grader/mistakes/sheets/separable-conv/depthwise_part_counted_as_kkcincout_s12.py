# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "3", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [2, 2, 2], [-1, -1, -1]], "other": [[0, 2, 1], [0, -2, -1], [0, 0, 0]], "input": [3, 16, 16], "channels": 10, "size": 3, "groups": 1}}
# grader-checksum: 55a24eaa85e55b2a

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 0, 0], [2, 2, 2], [-1, -1, -1]])
in_shape = (3, 16, 16)
out_shape = (10, 16, 16)
other = np.array([[0, 2, 1], [0, -2, -1], [0, 0, 0]])

column = [0, 2, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, 1, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'yes'  # one of: "yes", "no"
regular_params = 270  # whole number
regular_macs = 69120  # whole number, MACs
separable_params = 300  # whole number
separable_macs = 76800  # whole number, MACs

# %% Practice sheet, seed 625: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "625", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "625", "draw": 1, "parameters": {"kernel": [[12, 6, 9], [-24, -12, -18], [36, 18, 27]], "other": [[-3, -14, -9], [0, 0, 0], [2, 8, 6]], "input": [16, 48, 64], "channels": 72, "size": 3, "groups": 4}}
# grader-checksum: b8709882ec7b34c4

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[12, 6, 9], [-24, -12, -18], [36, 18, 27]])
in_shape = (16, 48, 64)
out_shape = (72, 48, 64)
other = np.array([[-3, -14, -9], [0, 0, 0], [2, 8, 6]])

column = [1, -2, 3]  # vector of length 3, exact, such as 3 or "1/2"
row = [12, 6, 9]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 10368  # whole number
regular_macs = 31850496  # whole number, MACs
grouped_params = 2592  # whole number
grouped_macs = 7962624  # whole number, MACs
separable_params = 19008  # whole number
separable_macs = 58392576  # whole number, MACs

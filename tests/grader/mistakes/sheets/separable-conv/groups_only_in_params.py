# %% Practice sheet, seed 944: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "944", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "944", "draw": 1, "parameters": {"kernel": [[-4, -6, 8], [-12, -18, 24], [-16, -24, 32]], "other": [[-12, 8, 16], [9, -6, -12], [-3, 2, 4]], "input": [32, 100, 120], "channels": 72, "size": 3, "groups": 4}}
# grader-checksum: 6364a10d1c32c182

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-4, -6, 8], [-12, -18, 24], [-16, -24, 32]])
in_shape = (32, 100, 120)
out_shape = (72, 100, 120)
other = np.array([[-12, 8, 16], [9, -6, -12], [-3, 2, 4]])

column = [2, 6, 8]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, -3, 4]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 20736  # whole number
regular_macs = 248832000  # whole number, MACs
grouped_params = 5184  # whole number
grouped_macs = 248832000  # whole number, MACs
separable_params = 2592  # whole number
separable_macs = 31104000  # whole number, MACs

# %% Practice sheet, seed 946: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "946", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "946", "draw": 1, "parameters": {"kernel": [[-12, 36, -24], [-9, 27, -18], [-6, 18, -12]], "other": [[-12, 8, -12], [9, -6, 9], [6, -4, 6]], "input": [36, 52, 56], "channels": 64, "size": 3, "groups": 4}}
# grader-checksum: b507427bf4d9809d

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-12, 36, -24], [-9, 27, -18], [-6, 18, -12]])
in_shape = (36, 52, 56)
out_shape = (64, 52, 56)
other = np.array([[-12, 8, -12], [9, -6, 9], [6, -4, 6]])

column = [12, 9, 6]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, 3, -2]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 20736  # whole number
regular_macs = 60383232  # whole number, MACs
grouped_params = 5184  # whole number
grouped_macs = 15095808  # whole number, MACs
separable_params = 900  # whole number
separable_macs = 2620800  # whole number, MACs

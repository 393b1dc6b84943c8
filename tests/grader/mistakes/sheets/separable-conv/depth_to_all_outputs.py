# %% Practice sheet, seed 628: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "628", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "628", "draw": 1, "parameters": {"kernel": [[-6, -18, 24], [-4, -12, 16], [8, 24, -32]], "other": [[-12, -3, -9], [8, 2, 6], [12, 3, 9]], "input": [14, 56, 96], "channels": 24, "size": 5, "groups": 2}}
# grader-checksum: daa1e3849b692a25

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-6, -18, 24], [-4, -12, 16], [8, 24, -32]])
in_shape = (14, 56, 96)
out_shape = (24, 56, 96)
other = np.array([[-12, -3, -9], [8, 2, 6], [12, 3, 9]])

column = [1, "2/3", "-4/3"]  # vector of length 3, exact, such as 3 or "1/2"
row = [-6, -18, 24]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 8400  # whole number
regular_macs = 45158400  # whole number, MACs
grouped_params = 4200  # whole number
grouped_macs = 22579200  # whole number, MACs
separable_params = 1176  # whole number
separable_macs = 6322176  # whole number, MACs

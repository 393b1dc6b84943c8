# %% Practice sheet, seed 942: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "942", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "942", "draw": 1, "parameters": {"kernel": [[18, 0, -12], [9, 0, -6], [27, 0, -18]], "other": [[-8, -4, -6], [12, 8, 12], [-9, -6, -9]], "input": [28, 36, 68], "channels": 56, "size": 3, "groups": 4}}
# grader-checksum: 4b11baaf2814c694

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[18, 0, -12], [9, 0, -6], [27, 0, -18]])
in_shape = (28, 36, 68)
out_shape = (56, 36, 68)
other = np.array([[-8, -4, -6], [12, 8, 12], [-9, -6, -9]])

column = np.array([6, 3, 9])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([3, 0, -2])  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 14112  # whole number
regular_macs = 34546176  # whole number, MACs
grouped_params = 882  # whole number
grouped_macs = 2159136  # whole number, MACs
separable_params = 1820  # whole number
separable_macs = 4455360  # whole number, MACs

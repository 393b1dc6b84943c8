# %% Practice sheet, seed 940: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "940", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "940", "draw": 1, "parameters": {"kernel": [[12, -18, 18], [8, -12, 12], [-4, 6, -6]], "other": [[6, -9, 3], [2, -3, 1], [-8, 12, -4]], "input": [12, 104, 112], "channels": 22, "size": 5, "groups": 2}}
# grader-checksum: febb17888e468008

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[12, -18, 18], [8, -12, 12], [-4, 6, -6]])
in_shape = (12, 104, 112)
out_shape = (22, 104, 112)
other = np.array([[6, -9, 3], [2, -3, 1], [-8, 12, -4]])

column = [6, 4, -2]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, -3, 3]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 6600  # whole number
regular_macs = 153497344  # whole number, MACs
grouped_params = 3300  # whole number
grouped_macs = 76620544  # whole number, MACs
separable_params = 564  # whole number
separable_macs = 12742912  # whole number, MACs

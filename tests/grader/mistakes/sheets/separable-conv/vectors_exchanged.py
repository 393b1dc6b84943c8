# %% Practice sheet, seed 947: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "947", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "947", "draw": 1, "parameters": {"kernel": [[0, -4, 2], [0, -2, 1], [0, -2, 1]], "other": [[2, -1, 1], [-3, 1, -1], [6, -3, 3]], "input": [12, 104, 108], "channels": 60, "size": 3, "groups": 1}}
# grader-checksum: 1452d2a488c7f32a

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, -4, 2], [0, -2, 1], [0, -2, 1]])
in_shape = (12, 104, 108)
out_shape = (60, 104, 108)
other = np.array([[2, -1, 1], [-3, 1, -1], [6, -3, 3]])

column = [0, -2, 1]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, 1, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 6480  # whole number
regular_macs = 72783360  # whole number, MACs
separable_params = 828  # whole number
separable_macs = 9300096  # whole number, MACs

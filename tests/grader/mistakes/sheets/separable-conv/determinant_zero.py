# %% Practice sheet, seed 958: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "958", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "958", "draw": 1, "parameters": {"kernel": [[-3, 1, 2], [-3, 1, 2], [-6, 2, 4]], "other": [[0, -2, -4], [0, -1, -2], [0, -2, -2]], "input": [20, 56, 88], "channels": 48, "size": 5, "groups": 1}}
# grader-checksum: 840b7ec284c89095

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-3, 1, 2], [-3, 1, 2], [-6, 2, 4]])
in_shape = (20, 56, 88)
out_shape = (48, 56, 88)
other = np.array([[0, -2, -4], [0, -1, -2], [0, -2, -2]])

column = np.array([1, 1, 2])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([-3, 1, 2])  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 24000  # whole number
regular_macs = 118272000  # whole number, MACs
separable_params = 1460  # whole number
separable_macs = 7194880  # whole number, MACs

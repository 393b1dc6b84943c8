# %% Practice sheet, seed 923: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "923", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "923", "draw": 1, "parameters": {"kernel": [[0, 3, -6], [0, 1, -2], [0, -2, 4]], "other": [[-3, -1, 2], [3, 1, -2], [6, 2, -4]], "input": [24, 104, 116], "channels": 44, "size": 3, "groups": 1}}
# grader-checksum: ed6f68c7691a0142

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 3, -6], [0, 1, -2], [0, -2, 4]])
in_shape = (24, 104, 116)
out_shape = (44, 104, 116)
other = np.array([[-3, -1, 2], [3, 1, -2], [6, 2, -4]])

column = np.array([3, 1, -2])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([0, 1, -2])  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 9504  # whole number
regular_macs = 114656256  # whole number, MACs
separable_params = 260  # whole number
separable_macs = 3136640  # whole number, MACs

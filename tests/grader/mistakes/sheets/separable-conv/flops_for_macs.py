# %% Practice sheet, seed 933: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "933", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "933", "draw": 1, "parameters": {"kernel": [[3, 1, 1], [-3, -1, -1], [6, 2, 2]], "other": [[3, -1, -2], [6, -4, -4], [-3, 1, 2]], "input": [20, 112, 148], "channels": 60, "size": 3, "groups": 1}}
# grader-checksum: 1ca4685a12cceb5a

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[3, 1, 1], [-3, -1, -1], [6, 2, 2]])
in_shape = (20, 112, 148)
out_shape = (60, 112, 148)
other = np.array([[3, -1, -2], [6, -4, -4], [-3, 1, 2]])

column = [1, -1, 2]  # vector of length 3, exact, such as 3 or "1/2"
row = [3, 1, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 10800  # whole number
regular_macs = 358041600  # whole number, MACs
separable_params = 1380  # whole number
separable_macs = 45749760  # whole number, MACs

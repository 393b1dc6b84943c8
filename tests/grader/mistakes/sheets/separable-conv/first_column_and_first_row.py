# %% Practice sheet, seed 90210: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "90210", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "90210", "draw": 1, "parameters": {"kernel": [[3, -2, 1], [6, -4, 2], [3, -2, 1]], "other": [[6, -3, 0], [2, -1, 0], [-1, 1, 0]], "input": [16, 72, 112], "channels": 52, "size": 3, "groups": 1}}
# grader-checksum: de7ead53623cc9ab

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[3, -2, 1], [6, -4, 2], [3, -2, 1]])
in_shape = (16, 72, 112)
out_shape = (52, 72, 112)
other = np.array([[6, -3, 0], [2, -1, 0], [-1, 1, 0]])

column = [3, 6, 3]  # vector of length 3, exact, such as 3 or "1/2"
row = [3, -2, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 7488  # whole number
regular_macs = 60383232  # whole number, MACs
separable_params = 976  # whole number
separable_macs = 7870464  # whole number, MACs

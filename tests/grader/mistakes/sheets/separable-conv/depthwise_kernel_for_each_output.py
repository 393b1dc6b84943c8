# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [1, 0, 2], [-1, 0, -2]], "other": [[0, 0, 0], [1, 2, -1], [-1, -2, 1]], "input": [2, 12, 12], "channels": 9, "size": 3, "groups": 1}}
# grader-checksum: 0e2f7c8b33733499

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 0, 0], [1, 0, 2], [-1, 0, -2]])
in_shape = (2, 12, 12)
out_shape = (9, 12, 12)
other = np.array([[0, 0, 0], [1, 2, -1], [-1, -2, 1]])

column = [0, 1, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, 0, 2]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 162  # whole number
regular_macs = 23328  # whole number, MACs
separable_params = 99  # whole number
separable_macs = 14256  # whole number, MACs

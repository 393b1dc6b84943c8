# %% Practice sheet, seed 921: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "921", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "921", "draw": 1, "parameters": {"kernel": [[2, -4, 0], [1, -2, 0], [1, -2, 0]], "other": [[1, 0, -1], [1, 0, -1], [-1, 0, 1]], "input": [2, 12, 12], "channels": 7, "size": 3, "groups": 1}}
# grader-checksum: 0878bce7798a106d

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[2, -4, 0], [1, -2, 0], [1, -2, 0]])
in_shape = (2, 12, 12)
out_shape = (7, 12, 12)
other = np.array([[1, 0, -1], [1, 0, -1], [-1, 0, 1]])

column = [2, 1, 1]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, -2, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 126  # whole number
regular_macs = 18144  # whole number, MACs
separable_params = 20  # whole number
separable_macs = 2880  # whole number, MACs

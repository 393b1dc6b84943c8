# %% Practice sheet, seed 926: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "926", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "926", "draw": 1, "parameters": {"kernel": [[1, 2, -1], [1, 2, -1], [-1, -2, 1]], "other": [[1, -1, 0], [-1, 1, 0], [2, -4, 0]], "input": [3, 12, 12], "channels": 12, "size": 5, "groups": 1}}
# grader-checksum: ad5a489280eef7cf

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[1, 2, -1], [1, 2, -1], [-1, -2, 1]])
in_shape = (3, 12, 12)
out_shape = (12, 12, 12)
other = np.array([[1, -1, 0], [-1, 1, 0], [2, -4, 0]])

column = np.array([1, 1, -1])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([1, 2, -1])  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 900  # whole number
regular_macs = 129600  # whole number, MACs
separable_params = 66  # whole number
separable_macs = 9504  # whole number, MACs

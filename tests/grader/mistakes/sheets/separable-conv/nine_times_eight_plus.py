# %% Practice sheet, seed 637: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "637", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "637", "draw": 1, "parameters": {"kernel": [[1, -1, 0], [0, 0, 0], [2, -2, 0]], "other": [[-1, -2, 0], [1, 2, 0], [1, 2, 0]], "input": [3, 24, 24], "channels": 12, "size": 3, "groups": 1}}
# grader-checksum: 051734b19b949a1f

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[1, -1, 0], [0, 0, 0], [2, -2, 0]])
in_shape = (3, 24, 24)
out_shape = (12, 24, 24)
other = np.array([[-1, -2, 0], [1, 2, 0], [1, 2, 0]])

column = [1, 0, 2]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, -1, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 324  # whole number
regular_macs = 366336  # whole number, MACs
separable_params = 63  # whole number
separable_macs = 63936  # whole number, MACs

# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "411", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [1, -1, 2], [-1, 1, -2]], "other": [[1, -2, 0], [0, 0, 0], [2, -4, 2]], "input": [3, 20, 20], "channels": 10, "size": 3, "groups": 1}}
# grader-checksum: 2c15dbe845e64539

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 0, 0], [1, -1, 2], [-1, 1, -2]])
in_shape = (3, 20, 20)
out_shape = (10, 20, 20)
other = np.array([[1, -2, 0], [0, 0, 0], [2, -4, 2]])

column = [0, 1, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, -1, 2]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 280  # whole number
regular_macs = 108000  # whole number, MACs
separable_params = 67  # whole number
separable_macs = 22800  # whole number, MACs

# %% Practice sheet, seed 938: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "938", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "938", "draw": 1, "parameters": {"kernel": [[1, -1, -1], [-2, 2, 2], [0, 0, 0]], "other": [[0, 2, -1], [-2, 2, -1], [0, 0, 0]], "input": [4, 20, 20], "channels": 6, "size": 3, "groups": 1}}
# grader-checksum: de0be184e492b40b

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[1, -1, -1], [-2, 2, 2], [0, 0, 0]])
in_shape = (4, 20, 20)
out_shape = (6, 20, 20)
other = np.array([[0, 2, -1], [-2, 2, -1], [0, 0, 0]])

column = [1, -2, 0]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, -1, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 216  # whole number
regular_macs = 345600  # whole number, MACs
separable_params = 60  # whole number
separable_macs = 96000  # whole number, MACs

# %% Practice sheet, seed 2024: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2024", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "2024", "draw": 1, "parameters": {"kernel": [[1, -1, 1], [-1, 1, -1], [0, 0, 0]], "other": [[0, 0, 0], [-1, 1, 2], [-1, 1, 2]], "input": [3, 12, 12], "channels": 7, "size": 3, "groups": 1}}
# grader-checksum: a118a0d01c27765f

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[1, -1, 1], [-1, 1, -1], [0, 0, 0]])
in_shape = (3, 12, 12)
out_shape = (7, 12, 12)
other = np.array([[0, 0, 0], [-1, 1, 2], [-1, 1, 2]])

column = [1, -1, 0]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, -1, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 189  # whole number
regular_macs = 24276  # whole number, MACs
separable_params = 48  # whole number
separable_macs = 6492  # whole number, MACs

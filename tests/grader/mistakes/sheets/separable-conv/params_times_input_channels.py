# %% Practice sheet, seed 639: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "639", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "639", "draw": 1, "parameters": {"kernel": [[-2, -2, 2], [-1, -1, 1], [-1, -1, 1]], "other": [[-1, -1, 2], [0, 0, 0], [-1, 0, 2]], "input": [3, 24, 24], "channels": 10, "size": 3, "groups": 1}}
# grader-checksum: b07797f3f08cfbbb

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, -2, 2], [-1, -1, 1], [-1, -1, 1]])
in_shape = (3, 24, 24)
out_shape = (10, 24, 24)
other = np.array([[-1, -1, 2], [0, 0, 0], [-1, 0, 2]])

column = [1, "1/2", "1/2"]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, -2, 2]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 270  # whole number
regular_macs = 15552  # whole number, MACs
separable_params = 57  # whole number
separable_macs = 32832  # whole number, MACs

# %% Practice sheet, seed 611: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "611", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "611", "draw": 1, "parameters": {"kernel": [[-2, -4, -6], [1, 2, 3], [1, 2, 3]], "other": [[-2, -1, -1], [-6, -2, -3], [-2, -1, -1]], "input": [28, 44, 64], "channels": 40, "size": 3, "groups": 1}}
# grader-checksum: 4e98a31f5e75f8ba

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, -4, -6], [1, 2, 3], [1, 2, 3]])
in_shape = (28, 44, 64)
out_shape = (40, 44, 64)
other = np.array([[-2, -1, -1], [-6, -2, -3], [-2, -1, -1]])

column = [-2, -4, -6]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, "-1/2", "-1/2"]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'no'  # one of: "yes", "no"
regular_params = 10080  # whole number
regular_macs = 28385280  # whole number, MACs
separable_params = 1372  # whole number
separable_macs = 3863552  # whole number, MACs

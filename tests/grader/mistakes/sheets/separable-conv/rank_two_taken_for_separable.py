# %% Practice sheet, seed 5865: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5865", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "5865", "draw": 1, "parameters": {"kernel": [[-2, -2, 1], [-6, -6, 3], [2, 2, -1]], "other": [[-2, 0, 1], [-6, 6, 3], [-2, 2, 1]], "input": [12, 68, 108], "channels": 44, "size": 3, "groups": 1}}
# grader-checksum: 6272e477997d697c

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, -2, 1], [-6, -6, 3], [2, 2, -1]])
in_shape = (12, 68, 108)
out_shape = (44, 68, 108)
other = np.array([[-2, 0, 1], [-6, 6, 3], [-2, 2, 1]])

column = [1, 3, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, -2, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # det = 0
regular_params = 4752  # whole number
regular_macs = 34898688  # whole number, MACs
separable_params = 636  # whole number
separable_macs = 4670784  # whole number, MACs

# %% Practice sheet, seed 953: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "953", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "953", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [24, 6, 18], [-36, -9, -27]], "other": [[-6, -8, -4], [9, 12, 6], [-9, -12, -6]], "input": [6, 44, 76], "channels": 22, "size": 3, "groups": 2}}
# grader-checksum: a84a0c78648579b1

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 0, 0], [24, 6, 18], [-36, -9, -27]])
in_shape = (6, 44, 76)
out_shape = (22, 44, 76)
other = np.array([[-6, -8, -4], [9, 12, 6], [-9, -12, -6]])

U, S, Vt = np.linalg.svd(kernel)

column = S[0] * U[:, 0]  # vector of length 3, exact, such as 3 or "1/2"
row = S[0] * Vt[0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 1188  # whole number
regular_macs = 3972672  # whole number, MACs
grouped_params = 594  # whole number
grouped_macs = 1986336  # whole number, MACs
separable_params = 186  # whole number
separable_macs = 621984  # whole number, MACs

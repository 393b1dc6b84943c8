# %% Practice sheet, seed 945: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "945", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "945", "draw": 1, "parameters": {"kernel": [[0, 6, 4], [0, 18, 12], [0, 12, 8]], "other": [[2, 6, -4], [0, 0, 0], [3, 9, -6]], "input": [6, 64, 72], "channels": 30, "size": 5, "groups": 2}}
# grader-checksum: 279bbf384f762176

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 6, 4], [0, 18, 12], [0, 12, 8]])
in_shape = (6, 64, 72)
out_shape = (30, 64, 72)
other = np.array([[2, 6, -4], [0, 0, 0], [3, 9, -6]])

column = np.array([2, 6, 4])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([0, 3, 2])  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 4500  # whole number
regular_macs = 20736000  # whole number, MACs
grouped_params = 2250  # whole number
grouped_macs = 5184000  # whole number, MACs
separable_params = 330  # whole number
separable_macs = 1520640  # whole number, MACs

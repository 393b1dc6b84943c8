# %% Practice sheet, seed 1701: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1701", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "1701", "draw": 1, "parameters": {"kernel": [[-6, 0, -3], [2, 0, 1], [2, 0, 1]], "other": [[-1, 1, 0], [0, 0, 0], [-2, 2, 4]], "input": [16, 120, 156], "channels": 52, "size": 5, "groups": 1}}
# grader-checksum: 1ab7b7c45adc797c

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-6, 0, -3], [2, 0, 1], [2, 0, 1]])
in_shape = (16, 120, 156)
out_shape = (52, 120, 156)
other = np.array([[-1, 1, 0], [0, 0, 0], [-2, 2, 4]])

answer = "yes" if abs(np.linalg.det(other)) < 1e-9 else "no"

column = [3, -1, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, 0, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = answer  # one of: "yes", "no"
regular_params = 20800  # whole number
regular_macs = 389376000  # whole number, MACs
separable_params = 1232  # whole number
separable_macs = 23063040  # whole number, MACs

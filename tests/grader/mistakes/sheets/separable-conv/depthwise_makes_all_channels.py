# %% Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "12", "draw": 1, "parameters": {"kernel": [[-24, 12, -18], [-16, 8, -12], [0, 0, 0]], "other": [[-12, -8, -4], [-3, -2, 1], [-9, -6, -3]], "input": [18, 40, 56], "channels": 36, "size": 3, "groups": 2}}
# grader-checksum: 0eed4c286e77febc

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-24, 12, -18], [-16, 8, -12], [0, 0, 0]])
in_shape = (18, 40, 56)
out_shape = (36, 40, 56)
other = np.array([[-12, -8, -4], [-3, -2, 1], [-9, -6, -3]])

column = [6, 4, 0]  # vector of length 3, exact, such as 3 or "1/2"
row = [-4, 2, -3]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 3*3*18*36  # whole number
regular_macs = (3*3*18*36)*40*56  # whole number, MACs
grouped_params = 3*3*9*36  # whole number
grouped_macs = (3*3*9*36)*40*56  # whole number, MACs
separable_params = 3*3*36 + 18*36  # whole number
separable_macs = (3*3*36 + 18*36)*40*56  # whole number, MACs

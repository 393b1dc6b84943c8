# %% Practice sheet, seed 638: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "638", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "638", "draw": 1, "parameters": {"kernel": [[-2, 2, -4], [3, -3, 6], [1, -1, 2]], "other": [[-3, 1, -1], [6, -2, 4], [0, 0, 0]], "input": [32, 72, 104], "channels": 48, "size": 3, "groups": 1}}
# grader-checksum: d4ad8f0b2ae73474

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, 2, -4], [3, -3, 6], [1, -1, 2]])
in_shape = (32, 72, 104)
out_shape = (48, 72, 104)
other = np.array([[-3, 1, -1], [6, -2, 4], [0, 0, 0]])

column = [1, "-3/2", "-1/2"]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, 2, -4]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'no'  # one of: "yes", "no"
regular_params = 13824  # whole number
regular_macs = 103514112  # whole number, MACs
separable_params = 1824  # whole number
separable_macs = 11568960  # whole number, MACs

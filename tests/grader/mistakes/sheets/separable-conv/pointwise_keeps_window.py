# %% Practice sheet, seed 920: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "920", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "920", "draw": 1, "parameters": {"kernel": [[-2, -2, 6], [-1, -1, 3], [2, 2, -6]], "other": [[-1, 1, 2], [0, 0, 0], [-2, 2, 4]], "input": [24, 68, 92], "channels": 52, "size": 3, "groups": 1}}
# grader-checksum: 8f4910075aba6eb4

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, -2, 6], [-1, -1, 3], [2, 2, -6]])
in_shape = (24, 68, 92)
out_shape = (52, 68, 92)
other = np.array([[-1, 1, 2], [0, 0, 0], [-2, 2, 4]])

column = np.array([2, 1, -2])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([-1, -1, 3])  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 11232  # whole number
regular_macs = 70267392  # whole number, MACs
separable_params = 11448  # whole number
separable_macs = 71618688  # whole number, MACs

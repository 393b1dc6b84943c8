# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "2", "draw": 1, "parameters": {"kernel": [[-4, -2, 0], [2, 1, 0], [-4, -2, 0]], "other": [[-6, -2, 2], [3, 1, -1], [-6, -2, 2]], "input": [20, 48, 80], "channels": 44, "size": 5, "groups": 1}}
# grader-checksum: 5e3abc975de99efa

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-4, -2, 0], [2, 1, 0], [-4, -2, 0]])
in_shape = (20, 48, 80)
out_shape = (44, 48, 80)
other = np.array([[-6, -2, 2], [3, 1, -1], [-6, -2, 2]])

column = [2, -1, 2]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, -1, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'yes'  # one of: "yes", "no"
regular_params = 1100  # whole number
regular_macs = 4224000  # whole number, MACs
separable_params = 1380  # whole number
separable_macs = 5299200  # whole number, MACs

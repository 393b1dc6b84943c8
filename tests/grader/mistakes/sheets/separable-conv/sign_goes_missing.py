# %% Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "12", "draw": 1, "parameters": {"kernel": [[-4, -2, 0], [2, 1, 0], [-2, -1, 0]], "other": [[-2, 1, 0], [-2, 1, 0], [-6, 3, 0]], "input": [28, 96, 100], "channels": 40, "size": 5, "groups": 1}}
# grader-checksum: b6fe17f4a5b3e710

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-4, -2, 0], [2, 1, 0], [-2, -1, 0]])
in_shape = (28, 96, 100)
out_shape = (40, 96, 100)
other = np.array([[-2, 1, 0], [-2, 1, 0], [-6, 3, 0]])

column = [2, -1, 1]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, 1, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 28000  # whole number
regular_macs = 268800000  # whole number, MACs
separable_params = 1820  # whole number
separable_macs = 17472000  # whole number, MACs

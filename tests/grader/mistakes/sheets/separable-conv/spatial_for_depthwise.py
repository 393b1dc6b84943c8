# %% Practice sheet, seed 924: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "924", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "924", "draw": 1, "parameters": {"kernel": [[-4, 4, -2], [2, -2, 1], [-6, 6, -3]], "other": [[2, 3, 1], [-4, -6, -2], [0, 0, 0]], "input": [16, 76, 112], "channels": 60, "size": 5, "groups": 1}}
# grader-checksum: cb4f187e2c649c70

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-4, 4, -2], [2, -2, 1], [-6, 6, -3]])
in_shape = (16, 76, 112)
out_shape = (60, 76, 112)
other = np.array([[2, 3, 1], [-4, -6, -2], [0, 0, 0]])

column = [2, -1, 3]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, 2, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 24000  # whole number
regular_macs = 204288000  # whole number, MACs
separable_params = 22800  # whole number
separable_macs = 194073600  # whole number, MACs

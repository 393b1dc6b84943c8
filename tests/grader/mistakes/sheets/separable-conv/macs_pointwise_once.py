# %% Practice sheet, seed 939: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "939", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "939", "draw": 1, "parameters": {"kernel": [[-6, -3, -6], [2, 1, 2], [2, 1, 2]], "other": [[2, -4, 6], [0, 0, 0], [-1, 2, -3]], "input": [16, 52, 56], "channels": 36, "size": 3, "groups": 1}}
# grader-checksum: e27e85bd41c0e040

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-6, -3, -6], [2, 1, 2], [2, 1, 2]])
in_shape = (16, 52, 56)
out_shape = (36, 52, 56)
other = np.array([[2, -4, 6], [0, 0, 0], [-1, 2, -3]])

column = np.array([3, -1, -1])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([-2, -1, -2])  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 5184  # whole number
regular_macs = 15095808  # whole number, MACs
separable_params = 720  # whole number
separable_macs = 419904  # whole number, MACs

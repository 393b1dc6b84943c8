# %% Practice sheet, seed 906: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "906", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "906", "draw": 1, "parameters": {"kernel": [[-2, -2, 0], [-1, -1, 0], [1, 1, 0]], "other": [[2, 1, 2], [4, 2, 0], [2, 1, 0]], "input": [2, 24, 24], "channels": 10, "size": 5, "groups": 1}}
# grader-checksum: 65c8d88970cdd650

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, -2, 0], [-1, -1, 0], [1, 1, 0]])
in_shape = (2, 24, 24)
out_shape = (10, 24, 24)
other = np.array([[2, 1, 2], [4, 2, 0], [2, 1, 0]])

column = [2, 1, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, -1, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 510  # whole number
regular_macs = 288000  # whole number, MACs
separable_params = 82  # whole number
separable_macs = 40320  # whole number, MACs

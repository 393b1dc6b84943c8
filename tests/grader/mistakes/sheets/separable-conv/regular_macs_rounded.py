# %% Practice sheet, seed 975: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "975", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "975", "draw": 1, "parameters": {"kernel": [[-2, 0, -1], [2, 0, 1], [-6, 0, -3]], "other": [[1, 3, -1], [-1, 3, -1], [-2, 6, -2]], "input": [12, 44, 60], "channels": 36, "size": 3, "groups": 1}}
# grader-checksum: b843995529557599

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, 0, -1], [2, 0, 1], [-6, 0, -3]])
in_shape = (12, 44, 60)
out_shape = (36, 44, 60)
other = np.array([[1, 3, -1], [-1, 3, -1], [-2, 6, -2]])

column = [1, -1, 3]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, 0, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 3888  # whole number
regular_macs = 10000000  # whole number, MACs
separable_params = 540  # whole number
separable_macs = 1425600  # whole number, MACs

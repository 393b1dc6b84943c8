# %% Practice sheet, seed 633: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "633", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "633", "draw": 1, "parameters": {"kernel": [[3, -3, -9], [-2, 2, 6], [1, -1, -3]], "other": [[2, 1, 0], [-4, -2, 0], [6, 3, 0]], "input": [12, 68, 104], "channels": 56, "size": 5, "groups": 1}}
# grader-checksum: 1a540525c2d694fc

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[3, -3, -9], [-2, 2, 6], [1, -1, -3]])
in_shape = (12, 68, 104)
out_shape = (56, 68, 104)
other = np.array([[2, 1, 0], [-4, -2, 0], [6, 3, 0]])

column = [1, "-2/3", "1/3"]  # vector of length 3, exact, such as 3 or "1/2"
row = [3, -3, -9]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 16800  # whole number
regular_macs = 107520000  # whole number, MACs
separable_params = 972  # whole number
separable_macs = 6220800  # whole number, MACs

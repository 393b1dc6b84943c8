# %% Practice sheet, seed 927: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "927", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "927", "draw": 1, "parameters": {"kernel": [[-9, -36, 27], [6, 24, -18], [12, 48, -36]], "other": [[-3, 6, 9], [-2, 4, 6], [0, 0, 0]], "input": [12, 68, 88], "channels": 34, "size": 5, "groups": 2}}
# grader-checksum: 1e1a30641fc88bc7

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-9, -36, 27], [6, 24, -18], [12, 48, -36]])
in_shape = (12, 68, 88)
out_shape = (34, 68, 88)
other = np.array([[-3, 6, 9], [-2, 4, 6], [0, 0, 0]])

column = [9, -6, -12]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, -4, 3]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 10200  # whole number
regular_macs = 61036800  # whole number, MACs
grouped_params = 5100  # whole number
grouped_macs = 30518400  # whole number, MACs
separable_params = 1416  # whole number
separable_macs = 8473344  # whole number, MACs

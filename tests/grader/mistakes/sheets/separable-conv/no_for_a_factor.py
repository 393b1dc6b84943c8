# %% Practice sheet, seed 640: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "640", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "640", "draw": 1, "parameters": {"kernel": [[-2, 4, 4], [1, -2, -2], [-3, 6, 6]], "other": [[-2, -2, 1], [-2, -2, 1], [6, 6, -3]], "input": [8, 52, 92], "channels": 60, "size": 3, "groups": 1}}
# grader-checksum: 9eb0eee793e5a1bc

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, 4, 4], [1, -2, -2], [-3, 6, 6]])
in_shape = (8, 52, 92)
out_shape = (60, 52, 92)
other = np.array([[-2, -2, 1], [-2, -2, 1], [6, 6, -3]])

column = [1, "-1/2", "3/2"]  # vector of length 3, exact, such as 3 or "1/2"
row = [-2, 4, 4]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 4320  # whole number
regular_macs = 20666880  # whole number, MACs
separable_params = 552  # whole number
separable_macs = 2640768  # whole number, MACs

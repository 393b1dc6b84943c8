# %% Practice sheet, seed 973: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "973", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "973", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [36, -18, 27], [24, -12, 18]], "other": [[0, 6, -9], [0, 6, -9], [0, -4, 4]], "input": [40, 92, 128], "channels": 44, "size": 5, "groups": 4}}
# grader-checksum: 5e1f54d44b1a63ee

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 0, 0], [36, -18, 27], [24, -12, 18]])
in_shape = (40, 92, 128)
out_shape = (44, 92, 128)
other = np.array([[0, 6, -9], [0, 6, -9], [0, -4, 4]])

column = np.array([0, 3, 2])  # vector of length 3, exact, such as 3 or "1/2"
row = [1, "-1/2", "3/4"]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 44000  # whole number
regular_macs = 518144000  # whole number, MACs
grouped_params = 11000  # whole number
grouped_macs = 129536000  # whole number, MACs
separable_params = 2760  # whole number
separable_macs = 32501760  # whole number, MACs

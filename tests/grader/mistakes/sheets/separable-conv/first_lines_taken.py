# %% Practice sheet, seed 613: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "613", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "613", "draw": 1, "parameters": {"kernel": [[-27, -27, 18], [-36, -36, 24], [18, 18, -12]], "other": [[-12, 9, -3], [-4, 3, -1], [8, -6, 2]], "input": [8, 64, 72], "channels": 40, "size": 5, "groups": 2}}
# grader-checksum: dd64ede79f1cef02

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-27, -27, 18], [-36, -36, 24], [18, 18, -12]])
in_shape = (8, 64, 72)
out_shape = (40, 64, 72)
other = np.array([[-12, 9, -3], [-4, 3, -1], [8, -6, 2]])

column = [-27, -36, 18]  # vector of length 3, exact, such as 3 or "1/2"
row = [-27, -27, 18]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 8000  # whole number
regular_macs = 36864000  # whole number, MACs
grouped_params = 4000  # whole number
grouped_macs = 18432000  # whole number, MACs
separable_params = 520  # whole number
separable_macs = 2396160  # whole number, MACs

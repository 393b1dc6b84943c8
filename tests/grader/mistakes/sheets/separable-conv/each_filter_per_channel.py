# %% Practice sheet, seed 629: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "629", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "629", "draw": 1, "parameters": {"kernel": [[4, 2, 6], [2, 1, 3], [2, 1, 3]], "other": [[4, 2, -2], [2, 1, -1], [-4, -2, 2]], "input": [8, 88, 128], "channels": 48, "size": 3, "groups": 1}}
# grader-checksum: 9a2f0cc2f02f5f97

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[4, 2, 6], [2, 1, 3], [2, 1, 3]])
in_shape = (8, 88, 128)
out_shape = (48, 88, 128)
other = np.array([[4, 2, -2], [2, 1, -1], [-4, -2, 2]])

column = [1, "1/2", "1/2"]  # vector of length 3, exact, such as 3 or "1/2"
row = [4, 2, 6]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 3456  # whole number
regular_macs = 38928384  # whole number, MACs
separable_params = 3840  # whole number
separable_macs = 43253760  # whole number, MACs

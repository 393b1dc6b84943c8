# %% Practice sheet, seed 6471: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6471", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "6471", "draw": 1, "parameters": {"kernel": [[3, -6, -3], [1, -2, -1], [2, -4, -2]], "other": [[2, 4, 2], [2, 0, 0], [1, 2, 1]], "input": [8, 124, 128], "channels": 64, "size": 3, "groups": 1}}
# grader-checksum: 7737f412a724c611

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[3, -6, -3], [1, -2, -1], [2, -4, -2]])
in_shape = (8, 124, 128)
out_shape = (64, 124, 128)
other = np.array([[2, 4, 2], [2, 0, 0], [1, 2, 1]])

column = [3, 1, 2]
row = [1, -2, -1]
separable = "no"
regular_params = 4608
regular_macs = 70834176  # 122 * 126 places
separable_params = 584
separable_macs = 8977248

# %% Practice sheet, seed 616: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "616", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "616", "draw": 1, "parameters": {"kernel": [[0, 1, -2], [0, -2, 4], [0, 2, -4]], "other": [[2, -1, -2], [2, -1, -2], [6, -5, -6]], "input": [12, 100, 124], "channels": 56, "size": 5, "groups": 1}}
# grader-checksum: c45c99302d0c446d

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 1, -2], [0, -2, 4], [0, 2, -4]])
in_shape = (12, 100, 124)
out_shape = (56, 100, 124)
other = np.array([[2, -1, -2], [2, -1, -2], [6, -5, -6]])

column = ["1/5", "-2/5", "2/5"]  # vector of length 3, exact, such as 3 or "1/2"
row = [0, "1/3", "-2/3"]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 16800  # whole number
regular_macs = 208320000  # whole number, MACs
separable_params = 972  # whole number
separable_macs = 12052800  # whole number, MACs

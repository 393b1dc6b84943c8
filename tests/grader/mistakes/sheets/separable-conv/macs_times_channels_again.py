# %% Practice sheet, seed 936: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "936", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "936", "draw": 1, "parameters": {"kernel": [[1, -2, -1], [2, -4, -2], [-2, 4, 2]], "other": [[-6, 3, -6], [-4, 2, -4], [2, -1, 2]], "input": [24, 120, 140], "channels": 44, "size": 3, "groups": 1}}
# grader-checksum: ed12b7b442899193

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[1, -2, -1], [2, -4, -2], [-2, 4, 2]])
in_shape = (24, 120, 140)
out_shape = (44, 120, 140)
other = np.array([[-6, 3, -6], [-4, 2, -4], [2, -1, 2]])

column = [1, 2, -2]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, -2, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 9504  # whole number
regular_macs = 7025356800  # whole number, MACs
separable_params = 1272  # whole number
separable_macs = 940262400  # whole number, MACs

# %% Practice sheet, seed 954: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "954", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "954", "draw": 1, "parameters": {"kernel": [[1, -2, 0], [0, 0, 0], [1, -2, 0]], "other": [[0, -1, 1], [0, 1, -1], [0, 0, 1]], "input": [3, 24, 24], "channels": 11, "size": 3, "groups": 1}}
# grader-checksum: f0cc4ac0f71d75b1

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[1, -2, 0], [0, 0, 0], [1, -2, 0]])
in_shape = (3, 24, 24)
out_shape = (11, 24, 24)
other = np.array([[0, -1, 1], [0, 1, -1], [0, 0, 1]])

column = np.array([-1, 0, -1])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([2, -4, 0])  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 297  # whole number
regular_macs = 171072  # whole number, MACs
separable_params = 60  # whole number
separable_macs = 34560  # whole number, MACs

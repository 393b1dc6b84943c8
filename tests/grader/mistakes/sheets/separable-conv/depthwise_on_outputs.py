# %% Practice sheet, seed 914: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "914", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "914", "draw": 1, "parameters": {"kernel": [[-2, 3, 1], [0, 0, 0], [-4, 6, 2]], "other": [[3, -2, 3], [-6, 4, -2], [-6, 4, -2]], "input": [8, 32, 36], "channels": 60, "size": 3, "groups": 1}}
# grader-checksum: f9ca4a8e4a2d486d

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[-2, 3, 1], [0, 0, 0], [-4, 6, 2]])
in_shape = (8, 32, 36)
out_shape = (60, 32, 36)
other = np.array([[3, -2, 3], [-6, 4, -2], [-6, 4, -2]])

column = np.array([1, 0, 2])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([-2, 3, 1])  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 4320  # whole number
regular_macs = 4976640  # whole number, MACs
separable_params = 1020  # whole number
separable_macs = 1175040  # whole number, MACs

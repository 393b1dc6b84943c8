# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "4", "draw": 1, "parameters": {"kernel": [[9, -27, -36], [6, -18, -24], [-3, 9, 12]], "other": [[-9, -3, 12], [1, 0, 0], [-6, -2, 8]], "input": [28, 108, 120], "channels": 80, "size": 3, "groups": 4}}
# grader-checksum: 2ee039e97c719e13

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[9, -27, -36], [6, -18, -24], [-3, 9, 12]])
in_shape = (28, 108, 120)
out_shape = (80, 108, 120)
other = np.array([[-9, -3, 12], [1, 0, 0], [-6, -2, 8]])

column = [9, 6, -3]  # vector of length 3, exact, such as 3 or "1/2"
row = [9, -27, -36]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'no'  # one of: "yes", "no"
regular_params = 20160  # whole number
regular_macs = 261273600  # whole number, MACs
grouped_params = 5040  # whole number
grouped_macs = 65318400  # whole number, MACs
separable_params = 2492  # whole number
separable_macs = 32296320  # whole number, MACs

# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "3", "draw": 1, "parameters": {"kernel": [[18, 6, -12], [-12, -4, 8], [-18, -6, 12]], "other": [[9, -6, 7], [6, -4, 6], [0, 0, 0]], "input": [36, 76, 80], "channels": 64, "size": 5, "groups": 4}}
# grader-checksum: 2b4d95b92e13fb2b

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[18, 6, -12], [-12, -4, 8], [-18, -6, 12]])
in_shape = (36, 76, 80)
out_shape = (64, 76, 80)
other = np.array([[9, -6, 7], [6, -4, 6], [0, 0, 0]])

column = [3, -2, -3]  # vector of length 3, exact, such as 3 or "1/2"
row = [6, 2, -4]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'no'  # one of: "yes", "no"
regular_params = 57600  # whole number
regular_macs = 350208000  # whole number, MACs
grouped_params = 14400  # whole number
grouped_macs = 87552000  # whole number, MACs
separable_params = 3204  # whole number
separable_macs = 14009220  # whole number, MACs

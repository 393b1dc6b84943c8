# %% Practice sheet, seed 90210: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "90210", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "90210", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [-24, 18, -6], [36, -27, 9]], "other": [[4, -1, -6], [6, 0, -9], [8, 0, -12]], "input": [12, 88, 112], "channels": 30, "size": 5, "groups": 2}}
# grader-checksum: da5f312ede164c79

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 0, 0], [-24, 18, -6], [36, -27, 9]])
in_shape = (12, 88, 112)
out_shape = (30, 88, 112)
other = np.array([[4, -1, -6], [6, 0, -9], [8, 0, -12]])

column = [0, 6, -9]  # vector of length 3, exact, such as 3 or "1/2"
row = [-4, 3, -1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 5*5*12*30  # whole number
regular_macs = (5*5*12*30)*88*112  # whole number, MACs
grouped_params = 5*5*12*30  # whole number
grouped_macs = (5*5*12*30)*88*112  # whole number, MACs
separable_params = 5*5*12 + 12*30  # whole number
separable_macs = (5*5*12 + 12*30)*88*112  # whole number, MACs

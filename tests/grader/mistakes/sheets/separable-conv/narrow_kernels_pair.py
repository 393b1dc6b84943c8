# %% Practice sheet, seed 624: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "624", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "624", "draw": 1, "parameters": {"kernel": [[2, -1, 0], [-4, 2, 0], [-4, 2, 0]], "other": [[-2, 3, 1], [-2, 3, 1], [4, -6, -4]], "input": [24, 76, 104], "channels": 56, "size": 3, "groups": 1}}
# grader-checksum: 3f126c3bce7fe082

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[2, -1, 0], [-4, 2, 0], [-4, 2, 0]])
in_shape = (24, 76, 104)
out_shape = (56, 76, 104)
other = np.array([[-2, 3, 1], [-2, 3, 1], [4, -6, -4]])

column = [1, -2, -2]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, -1, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 12096  # whole number
regular_macs = 95606784  # whole number, MACs
separable_params = 8064  # whole number
separable_macs = 63737856  # whole number, MACs

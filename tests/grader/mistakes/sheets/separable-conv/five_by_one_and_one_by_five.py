# %% Practice sheet, seed 6602: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6602", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "6602", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [-6, 18, -24], [4, -12, 16]], "other": [[-9, 5, 0], [-9, 6, 0], [-6, 4, 0]], "input": [10, 72, 84], "channels": 26, "size": 5, "groups": 2}}
# grader-checksum: c5ab914f556acf20

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 0, 0], [-6, 18, -24], [4, -12, 16]])
in_shape = (10, 72, 84)
out_shape = (26, 72, 84)
other = np.array([[-9, 5, 0], [-9, 6, 0], [-6, 4, 0]])

column = [0, -6, 4]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, -3, 4]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 6500  # whole number
regular_macs = 39312000  # whole number, MACs
grouped_params = 3250  # whole number
grouped_macs = 19656000  # whole number, MACs
separable_params = 10 * (5 + 5) + 10 * 26  # whole number
separable_macs = 2177280  # whole number, MACs

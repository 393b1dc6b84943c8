# %% Practice sheet, seed 918: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "918", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "918", "draw": 1, "parameters": {"kernel": [[0, 2, 1], [0, 2, 1], [0, 0, 0]], "other": [[2, 2, 0], [-1, -1, 2], [0, 0, 0]], "input": [2, 20, 20], "channels": 6, "size": 3, "groups": 1}}
# grader-checksum: 050354fa432df9f2

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 2, 1], [0, 2, 1], [0, 0, 0]])
in_shape = (2, 20, 20)
out_shape = (6, 20, 20)
other = np.array([[2, 2, 0], [-1, -1, 2], [0, 0, 0]])

column = [1, 1, 0]  # vector of length 3, exact, such as 3 or "1/2"
row = [0, 2, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 108  # whole number
regular_macs = 43200  # whole number, MACs
separable_params = 21  # whole number
separable_macs = 8400  # whole number, MACs

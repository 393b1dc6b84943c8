# %% Practice sheet, seed 970: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "970", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "970", "draw": 1, "parameters": {"kernel": [[0, 2, 1], [0, -4, -2], [0, -4, -2]], "other": [[3, -6, 9], [-2, 2, -3], [-1, 2, -3]], "input": [28, 96, 124], "channels": 60, "size": 5, "groups": 1}}
# grader-checksum: 0970e64765277597

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[0, 2, 1], [0, -4, -2], [0, -4, -2]])
in_shape = (28, 96, 124)
out_shape = (60, 96, 124)
other = np.array([[3, -6, 9], [-2, 2, -3], [-1, 2, -3]])

column = np.array([1, -2, -2])  # vector of length 3, exact, such as 3 or "1/2"
row = np.array([0, 2, 1])  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 186000  # whole number
regular_macs = 499968000  # whole number, MACs
separable_params = 10540  # whole number
separable_macs = 28331520  # whole number, MACs

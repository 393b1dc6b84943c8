# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "1", "draw": 1, "parameters": {"kernel": [[18, -36, -27], [-6, 12, 9], [24, -48, -36]], "other": [[-3, -12, -9], [2, 8, 6], [3, 12, 9]], "input": [10, 88, 108], "channels": 26, "size": 5, "groups": 2}}
# grader-checksum: a529ad8fb50009ff

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[18, -36, -27], [-6, 12, 9], [24, -48, -36]])
in_shape = (10, 88, 108)
out_shape = (26, 88, 108)
other = np.array([[-3, -12, -9], [2, 8, 6], [3, 12, 9]])

column = [3, -1, 4]  # vector of length 3, exact, such as 3 or "1/2"
row = [6, -12, -9]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'yes'  # one of: "yes", "no"
regular_params = 6500  # whole number
regular_macs = 123552000  # whole number, MACs
grouped_params = 3250  # whole number
grouped_macs = 61776000  # whole number, MACs
separable_params = 510  # whole number
separable_macs = 9694080  # whole number, MACs

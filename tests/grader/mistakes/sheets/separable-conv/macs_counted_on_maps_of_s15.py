# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "2", "draw": 1, "parameters": {"kernel": [[36, -24, 36], [18, -12, 18], [-27, 18, -27]], "other": [[-9, 6, 12], [-9, 6, 12], [-6, 4, 8]], "input": [36, 52, 88], "channels": 52, "size": 3, "groups": 4}}
# grader-checksum: 97fde486cad337bf

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[36, -24, 36], [18, -12, 18], [-27, 18, -27]])
in_shape = (36, 52, 88)
out_shape = (52, 52, 88)
other = np.array([[-9, 6, 12], [-9, 6, 12], [-6, 4, 8]])

column = [4, 2, -3]  # vector of length 3, exact, such as 3 or "1/2"
row = [9, -6, 9]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'yes'  # one of: "yes", "no"
regular_params = 16848  # whole number
regular_macs = 72446400  # whole number, MACs
grouped_params = 4212  # whole number
grouped_macs = 18111600  # whole number, MACs
separable_params = 2196  # whole number
separable_macs = 9442800  # whole number, MACs

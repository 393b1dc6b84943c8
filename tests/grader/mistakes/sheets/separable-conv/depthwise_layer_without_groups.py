# %% Practice sheet, seed 1704: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1704", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "1704", "draw": 1, "parameters": {"kernel": [[2, 0, 1], [2, 0, 1], [4, 0, 2]], "other": [[1, -1, -1], [0, 0, 0], [-1, 1, 1]], "input": [3, 16, 16], "channels": 10, "size": 5, "groups": 1}}
# grader-checksum: 7a444e531fbfb618

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
kernel = np.array([[2, 0, 1], [2, 0, 1], [4, 0, 2]])
in_shape = (3, 16, 16)
out_shape = (10, 16, 16)
other = np.array([[1, -1, -1], [0, 0, 0], [-1, 1, 1]])

def conv_weights(c_in, c_out, k, groups=1):
    return (c_in // groups) * c_out * k * k
c_in, height, width = in_shape
c_out = out_shape[0]
one = conv_weights(c_in, c_out, 5)
two = conv_weights(c_in, c_in, 5) + conv_weights(c_in, c_out, 1)
area = height * width

column = [1, 1, 2]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, 0, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = one  # whole number
regular_macs = one * area  # whole number, MACs
separable_params = two  # whole number
separable_macs = two * area  # whole number, MACs

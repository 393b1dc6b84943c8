# %% Practice sheet, seed 6864: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6864", "language": "en"}
# grader-problem: {"key": "1", "family": "transposed-conv", "level": "standard", "seed": "6864", "draw": 1, "parameters": {"vector": null, "adjoint": {"x": [-1, -3, -2], "w": [-1, 1, 2, 3], "u": [-2, 3, 2, -3, -1, 4], "stride": 2, "padding": 1}, "map": {"x": [[2, 1], [-2, 3]], "w": [[0, 3, 2], [0, 1, -2], [2, -1, 1]], "stride": 2}, "maps": null, "size": null, "layer": {"in_shape": [32, 8, 15], "channels": 8, "kernel": 5, "stride": 3, "padding": 1, "output_padding": 0}, "back": null}}
# grader-checksum: 5e4f6e3860663be9

import numpy as np


# %% problem 1: Transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([-1, -3, -2])
w = np.array([-1, 1, 2, 3])
u = np.array([-2, 3, 2, -3, -1, 4])
M = np.array([[2, 1], [-2, 3]])
V = np.array([[0, 3, 2], [0, 1, -2], [2, -1, 1]])

z = [0, 0, -1, 0, -3, 0, -2, 0, 0]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
y = [-1, 1, -6, -4, -11, -4]  # vector of length 6, exact, such as 3 or "1/2"; marked entry by entry
q = [10, -10, 10]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
left = 0  # qᵀ x: exact number, such as 3 or "1/2"
right = 0  # uᵀ y: exact number, such as 3 or "1/2"
Y = [[0, 6, 4, 3, 2], [0, 2, -4, 1, -2], [4, -8, 0, 8, 7], [0, -2, 4, 3, -6], [-4, 2, 4, -3, 3]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
shape = "8x25x46"  # shape (channels, height, width)

# %% Practice sheet, seed 6211: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6211", "language": "en"}
# grader-problem: {"key": "1", "family": "transposed-conv", "level": "standard", "seed": "6211", "draw": 1, "parameters": {"vector": null, "adjoint": {"x": [-1, 1, 3], "w": [1, -1, 3, 2], "u": [1, 4, -2, -1, 2, 3], "stride": 2, "padding": 1}, "map": {"x": [[-1, -2], [1, 3]], "w": [[0, -1, 2], [0, -1, 2], [1, -1, 0]], "stride": 2}, "maps": null, "size": null, "layer": {"in_shape": [80, 9, 10], "channels": 24, "kernel": 6, "stride": 2, "padding": 2, "output_padding": 0}, "back": null}}
# grader-checksum: a2abc962c9e39c77

import numpy as np


# %% problem 1: Transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([-1, 1, 3])
w = np.array([1, -1, 3, 2])
u = np.array([1, 4, -2, -1, 2, 3])
M = np.array([[-1, -2], [1, 3]])
V = np.array([[0, -1, 2], [0, -1, 2], [1, -1, 0]])

z = np.array([0, 0, -1, 0, 1, 0, 3, 0, 0])  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
y = np.array([1, -2, -3, 6, -1, 9])  # vector of length 6, exact, such as 3 or "1/2"; marked entry by entry
q = np.array([-3, 5, 1])  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
left = 11  # hm, not the same as right?
right = 18  # uᵀ y: exact number, such as 3 or "1/2"
Y = np.array([[0, 1, -2, 2, -4], [0, 1, -2, 2, -4], [-1, 0, 0, -1, 6], [0, -1, 2, -3, 6], [1, -1, 3, -3, 0]])  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
shape = (24, 18, 20)  # shape (channels, height, width)

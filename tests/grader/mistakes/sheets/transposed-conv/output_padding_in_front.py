# %% Practice sheet, seed 6384: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6384", "language": "en"}
# grader-problem: {"key": "1", "family": "transposed-conv", "level": "hard", "seed": "6384", "draw": 1, "parameters": {"vector": null, "adjoint": null, "map": null, "maps": {"x": [[[3, 1], [3, 4]], [[3, -3], [-1, 3]]], "w": [[[-3, 2, -1], [-2, 2, -1], [-1, 2, -3]], [[-3, 3, -1], [-3, 2, -1], [-1, 3, -2]]], "stride": 2, "padding": 1, "output_padding": 1}, "size": null, "layer": {"in_shape": [112, 9, 15], "channels": 24, "kernel": 3, "stride": 3, "padding": 1, "output_padding": 1}, "back": {"size": 36, "kernel": 6, "stride": 4, "padding": 2}}}
# grader-checksum: f835f3787c7fccf6

import numpy as np


# %% problem 1: Transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x1 = np.array([[3, 1], [3, 4]])
w1 = np.array([[-3, 2, -1], [-2, 2, -1], [-1, 2, -3]])
x2 = np.array([[3, -3], [-1, 3]])
w2 = np.array([[-3, 3, -1], [-3, 2, -1], [-1, 3, -2]])

y = [
      [-18, 15, 0, -7],
      [-15, 12, 1, -4],
      [-12, 18, -36, 10],
      [-3, 4, -19, 14],
]
shape = (24, 26, 44)  # shape (channels, height, width)
small = 9  # whole number, px
back = 34  # whole number, px
missing = 2  # whole number

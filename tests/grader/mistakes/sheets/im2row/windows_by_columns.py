# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"map": {"x": [[-1, -3, 6, 3], [1, 9, 2, 8], [4, -2, 5, 0]], "w": [[-1, 0], [1, 2]], "dq": null}, "maps": null, "layer": {"in_shape": [1, 22, 22], "kernel_shape": [3, 3], "stride": 1, "padding": 0}, "megabytes": false}}
# grader-checksum: e35ba1af2c5a1cc5

import numpy as np


# %% problem 1: Convolution as a matrix product (im2row)
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
p = np.array([[-1, -3, 6, 3], [1, 9, 2, 8], [4, -2, 5, 0]])
w = np.array([[-1, 0], [1, 2]])

P = [
      [-1, 1, -3, 9],
      [-3, 9, 6, 2],
      [6, 2, 3, 8],
      [1, 4, 9, -2],
      [9, -2, 2, 5],
      [2, 5, 8, 0],
]
q = [
      [16, 13, 13],
      [4, 3, 6],
]
size = [400, 9]  # shape (rows, columns)
cells = 3600  # whole number
times = "900/121"  # exact number, such as 3 or "1/2"

# %% Practice sheet, seed 8305: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8305", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row", "level": "easy", "seed": "8305", "draw": 1, "parameters": {"map": {"x": [[1, 5, 4, 3], [7, 9, -2, 6], [2, -1, 0, 8]], "w": [[1, 2], [0, -1]], "dq": null}, "maps": null, "layer": {"in_shape": [1, 32, 32], "kernel_shape": [3, 3], "stride": 1, "padding": 0}, "megabytes": false}}
# grader-checksum: d1593c0148f66a28

import numpy as np


# %% problem 1: Convolution as a matrix product (im2row)
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
p = np.array([[1, 5, 4, 3], [7, 9, -2, 6], [2, -1, 0, 8]])
w = np.array([[1, 2], [0, -1]])

P = [
      [1, 5, 7, 9],
      [7, 9, 2, -1],
      [5, 4, 9, -2],
      [9, -2, -1, 0],
      [4, 3, -2, 6],
      [-2, 6, 0, 8],
]
q = [
      [2, 26, 15],
      [5, 4, 2],
]
size = (900, 9)  # shape (rows, columns)
cells = 8100  # whole number
times = "2025/256"  # exact number, such as 3 or "1/2"

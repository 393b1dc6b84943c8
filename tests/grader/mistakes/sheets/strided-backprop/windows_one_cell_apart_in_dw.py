# %% Practice sheet, seed 5806: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5806", "language": "en"}
# grader-problem: {"key": "1", "family": "strided-backprop", "level": "hard", "seed": "5806", "draw": 1, "parameters": {"way": "map", "shape": [6, 6], "x": [[3, -2, 4, -1, 1, 1], [-1, 5, -2, -1, 1, 3], [3, 3, -2, 0, -1, 5], [5, 0, 2, 4, -3, 3], [-2, 5, 4, 3, -2, -1], [1, -3, 3, -1, 4, 0]], "w": [[-1, 0, 1], [0, 2, -2], [3, -3, 0]], "dq": [[-4, 4], [-1, -3]], "stride": 2, "padding": 0, "other": [11, 4]}}
# grader-checksum: 6b7134d35a215238

import numpy as np


# %% problem 1: The gradient of a convolution with stride
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
w = np.array([[-1, 0, 1], [0, 2, -2], [3, -3, 0]])
dq = np.array([[-4, 4], [-1, -3]])
x = np.array([[3, -2, 4, -1, 1, 1], [-1, 5, -2, -1, 1, 3], [3, 3, -2, 0, -1, 5], [5, 0, 2, 4, -3, 3], [-2, 5, 4, 3, -2, -1], [1, -3, 3, -1, 4, 0]])

counts = [
      [1, 1, 2, 1, 1, 0],
      [1, 1, 2, 1, 1, 0],
      [2, 2, 4, 2, 2, 0],
      [1, 1, 2, 1, 1, 0],
      [1, 1, 2, 1, 1, 0],
      [0, 0, 0, 0, 0, 0],
]
most = 9  # whole number
z = [
      [-4, 0, 4],
      [0, 0, 0],
      [-1, 0, -3],
]
dx = [
      [4, 0, -8, 0, 4, 0],
      [0, -8, 8, 8, -8, 0],
      [-11, 12, 14, -12, -3, 0],
      [0, -2, 2, -6, 6, 0],
      [-3, 3, -9, 9, 0, 0],
      [0, 0, 0, 0, 0, 0],
]
dw = [
      [-34, 25, -15],
      [12, -25, 6],
      [-5, -26, -6],
]

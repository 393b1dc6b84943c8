# %% Practice sheet, seed 7941: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7941", "language": "en"}
# grader-problem: {"key": "1", "family": "toeplitz", "level": "standard", "seed": "7941", "draw": 1, "parameters": {"vector": null, "map": {"x": [[2, 6, 4], [-4, -3, 0], [7, 1, 5]], "w": [[-2, 2], [3, -1]]}, "back": null, "layer": {"height": 4, "width": 5, "kernel": 3, "padding": 0, "asked": ["starts", "shape", "matrix", "directly", "ratio"]}}}
# grader-checksum: 6bbb470cbe6148d5

import numpy as np


# %% problem 1: Convolution as multiplication by a matrix
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
p = np.array([[2, 6, 4], [-4, -3, 0], [7, 1, 5]])
w = np.array([[-2, 2], [3, -1]])

T = [
      [-2, 2, 3, -1, 0, 0, 0, 0, 0],
      [0, -2, 2, 3, -1, 0, 0, 0, 0],
      [0, 0, 0, -2, 2, 3, -1, 0, 0],
      [0, 0, 0, 0, -2, 2, 3, -1, 0],
]
q = [
      [24, -13],
      [-5, 26],
]
starts = [0, 1, 2, 5, 6, 7]  # vector of length 6, exact, such as 3 or "1/2"; marked entry by entry
size = (6, 20)  # shape (rows, columns)
full = 120  # whole number
direct = 54  # whole number
more = 20/9  # exact number, such as 3 or "1/2"

# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "toeplitz", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"vector": {"x": [0, -2, -1, 4, 3, 2], "w": [2, -1, 1], "size": 6, "stride": 1, "padding": 0}, "map": null, "back": null, "layer": {"height": 22, "width": 22, "kernel": 3, "padding": 0, "asked": ["shape"]}}}
# grader-checksum: 748b17fb4580487e

import numpy as np


# %% problem 1: Convolution as multiplication by a matrix
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
w = np.array([2, -1, 1])
p = np.array([0, -2, -1, 4, 3, 2])

T = [
      [2, -1, 1, 0, 0, 0],
      [0, 2, -1, 1, 0, 0],
      [0, 0, 2, -1, 1, 0],
      [0, 0, 0, 2, -1, 1],
      [1, 0, 0, 0, 2, -1],
      [-1, 1, 0, 0, 0, 2],
]
q = [1, 1, -3, 7]  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
size = (400, 484)  # shape (rows, columns)

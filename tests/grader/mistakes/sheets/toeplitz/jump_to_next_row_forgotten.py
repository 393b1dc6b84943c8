# %% Practice sheet, seed 8829: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8829", "language": "en"}
# grader-problem: {"key": "1", "family": "toeplitz", "level": "standard", "seed": "8829", "draw": 1, "parameters": {"vector": null, "map": {"x": [[0, 5, -2], [3, 6, 7], [1, 2, -4]], "w": [[2, -1], [1, -2]]}, "back": null, "layer": {"height": 4, "width": 6, "kernel": 2, "padding": 0, "asked": ["starts", "shape", "matrix", "directly", "ratio"]}}}
# grader-checksum: 6e27ad0b5f7fc75d

import numpy as np


# %% problem 1: Convolution as multiplication by a matrix
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
p = np.array([[0, 5, -2], [3, 6, 7], [1, 2, -4]])
w = np.array([[2, -1], [1, -2]])

T = [[2, -1, 0, 1, -2, 0, 0, 0, 0], [0, 2, -1, 0, 1, -2, 0, 0, 0], [0, 0, 0, 2, -1, 0, 1, -2, 0], [0, 0, 0, 0, 2, -1, 0, 1, -2]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q = [[-14, 4], [-3, 15]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
starts = list(range(15))  # vector of length 15, exact, such as 3 or "1/2"; marked entry by entry
size = (15, 24)  # shape (rows, columns)
full = 360  # whole number
direct = 60  # whole number
more = 6  # exact number, such as 3 or "1/2"

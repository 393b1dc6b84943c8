# %% Practice sheet, seed 6840: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6840", "language": "en"}
# grader-problem: {"key": "1", "family": "toeplitz", "level": "hard", "seed": "6840", "draw": 1, "parameters": {"vector": {"x": null, "w": [1, -1, 2], "size": 7, "stride": 2, "padding": 1}, "map": null, "back": {"w": [[-4, -3], [2, 4]], "height": 3, "width": 4, "dq": [[4, 1, -2], [-1, -4, 2]], "row": 4, "column": 7}, "layer": {"height": 12, "width": 26, "kernel": 7, "padding": 3, "asked": ["shape", "matrix", "entries"]}}}
# grader-checksum: 0487247565600e40

import numpy as np


# %% problem 1: Convolution as multiplication by a matrix
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
w = np.array([1, -1, 2])
V = np.array([[-4, -3], [2, 4]])
dq = np.array([[4, 1, -2], [-1, -4, 2]])

S = [[-1, 2, 0, 0, 0, 0, 0], [0, 1, -1, 2, 0, 0, 0], [0, 0, 0, 1, -1, 2, 0], [0, 0, 0, 0, 0, 1, -1]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
row = [0, 0, 0, 0, -4, -3, 0, 0, 2, 4, 0, 0]  # t: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
column = [0, 0, 4, 0, 0, -3]  # c: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
dp = [[-16, -16, 5, 6], [12, 37, 4, -14], [-2, -12, -12, 8]]  # ∂L/∂p: 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
size = (312, 312)  # shape (rows, columns)
full = 97344  # whole number
nonzero = 12240  # whole number

# %% Practice sheet, seed 8114: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8114", "language": "en"}
# grader-problem: {"key": "1", "family": "toeplitz", "level": "hard", "seed": "8114", "draw": 1, "parameters": {"vector": {"x": null, "w": [1, 2, -3], "size": 5, "stride": 2, "padding": 1}, "map": null, "back": {"w": [[5, 2], [3, -2]], "height": 3, "width": 4, "dq": [[2, -3, -1], [3, -2, -4]], "row": 4, "column": 7}, "layer": {"height": 17, "width": 24, "kernel": 7, "padding": 3, "asked": ["shape", "matrix", "entries"]}}}
# grader-checksum: 5a1ced0bd237f71f

import numpy as np


# %% problem 1: Convolution as multiplication by a matrix
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
w = np.array([1, 2, -3])
V = np.array([[5, 2], [3, -2]])
dq = np.array([[2, -3, -1], [3, -2, -4]])

S = [[2, -3, 0, 0, 0], [0, 1, 2, -3, 0], [0, 0, 0, 1, 2]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
row = [0, 0, 0, 0, 5, 2, 0, 0, 3, -2, 0, 0]  # t: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
column = [0, -2, 3, 0, 2, 5]  # c: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
dp = [[10, -11, -11, -2], [21, -17, -21, -6], [9, -12, -8, 8]]  # ∂L/∂p: 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
size = (408, 408)  # shape (rows, columns)
full = 166464  # whole number
nonzero = 17 * 24 * 7 * 7  # 49 weights in each row

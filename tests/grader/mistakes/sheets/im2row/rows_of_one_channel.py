# %% Practice sheet, seed 8436: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8436", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row", "level": "standard", "seed": "8436", "draw": 1, "parameters": {"map": {"x": [[3, 4, -2], [7, -4, 5], [6, -3, -1]], "w": [[1, -1], [2, -3]], "dq": [[2, 1], [-3, 3]]}, "maps": null, "layer": {"in_shape": [4, 20, 42], "kernel_shape": [5, 5], "stride": 2, "padding": 2}, "megabytes": false}}
# grader-checksum: 2e074d8d90f472c0

import numpy as np


# %% problem 1: Convolution as a matrix product (im2row)
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
p = np.array([[3, 4, -2], [7, -4, 5], [6, -3, -1]])
w = np.array([[1, -1], [2, -3]])
dq = np.array([[2, 1], [-3, 3]])

P = [[3, 4, 7, -4], [4, -2, -4, 5], [7, -4, 6, -3], [-4, 5, -3, -1]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
dw = [[-23, 33], [-17, 3]]  # ∂L/∂w: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
G = [[0, 0, 0, 2], [0, 0, 2, 1], [0, 0, 1, 0], [0, 2, 0, -3], [2, 1, -3, 3], [1, 0, 3, 0], [0, -3, 0, 0], [-3, 3, 0, 0], [3, 0, 0, 0]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
dp = [[2, -1, -1], [1, 2, -6], [-6, 15, -9]]  # ∂L/∂p: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
size = "210x25"  # shape (rows, columns)
cells = 5250  # whole number
times = "25/16"  # exact number, such as 3 or "1/2"

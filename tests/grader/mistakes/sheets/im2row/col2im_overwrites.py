# %% Practice sheet, seed 7768: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7768", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row", "level": "hard", "seed": "7768", "draw": 1, "parameters": {"map": null, "maps": {"x": [[[-1, 3, 2], [-3, 5, 4], [1, 6, -2]], [[-1, 0, 1], [2, -3, 3], [-2, 6, 5]]], "w": [[[[3, 1], [-2, -1]], [[-1, -2], [1, 0]]], [[[0, -1], [2, 3]], [[-2, 0], [1, -1]]]], "dq": [[1, -2, 2, 0], [-1, 0, -2, 3]]}, "layer": {"in_shape": [32, 48, 120], "kernel_shape": [7, 3], "stride": 2, "padding": 1}, "megabytes": true}}
# grader-checksum: 0b9eb1b92dc9475b

import numpy as np


# %% problem 1: Convolution as a matrix product (im2row)
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
p = np.array([[[-1, 3, 2], [-3, 5, 4], [1, 6, -2]], [[-1, 0, 1], [2, -3, 3], [-2, 6, 5]]])
w1 = np.array([[[3, 1], [-2, -1]], [[-1, -2], [1, 0]]])
w2 = np.array([[[0, -1], [2, 3]], [[-2, 0], [1, -1]]])
dQ = np.array([[1, -2, 2, 0], [-1, 0, -2, 3]])

P = [[-1, 3, -3, 5, -1, 0, 2, -3], [3, 2, 5, 4, 0, 1, -3, 3], [-3, 5, 1, 6, 2, -3, -2, 6], [5, 4, 6, -2, -3, 3, 6, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
F = [[3, 1, -2, -1, -1, -2, 1, 0], [0, -1, 2, 3, -2, 0, 1, -1]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
Q = [[4, -8, -10, 12], [13, 14, 3, 9]]  # 2 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
dF = [[-13, 9, -11, 9, 3, -8, 4, 3], [22, -1, 19, -23, -12, 15, 20, 6]]  # ∂L/∂F: 2 × 8 matrix, exact, such as 3 or "1/2"; marked entry by entry
dp = [[[3, -6, -2], [6, 0, -3], [-8, 6, 9]], [[1, 2, 4], [2, -6, 0], [0, 3, -3]]]  # ∂L/∂p: 2 × 3 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
size = (1320, 672)  # shape (rows, columns)
cells = 887040  # whole number
times = "77/16"  # exact number, such as 3 or "1/2"
memory = 3.5482  # decimal (error at most 0.005) or expression

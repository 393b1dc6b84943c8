# %% Practice sheet, seed 5607: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5607", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row", "level": "hard", "seed": "5607", "draw": 1, "parameters": {"map": null, "maps": {"x": [[[0, 3, 2], [5, 4, 1], [-1, -3, 6]], [[2, -1, 5], [6, -2, 1], [-3, 4, 3]]], "w": [[[[0, -1], [1, 2]], [[-1, 0], [-2, 1]]], [[[-2, 3], [1, -1]], [[1, 0], [-2, -1]]]], "dq": [[1, 3, -2, -1], [-2, -1, 0, 3]]}, "layer": {"in_shape": [32, 72, 120], "kernel_shape": [3, 5], "stride": 1, "padding": 1}, "megabytes": true}}
# grader-checksum: 551ec0a22e3e9c14

import numpy as np


# %% problem 1: Convolution as a matrix product (im2row)
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
p = np.array([[[0, 3, 2], [5, 4, 1], [-1, -3, 6]], [[2, -1, 5], [6, -2, 1], [-3, 4, 3]]])
w1 = np.array([[[0, -1], [1, 2]], [[-1, 0], [-2, 1]]])
w2 = np.array([[[-2, 3], [1, -1]], [[1, 0], [-2, -1]]])
dQ = np.array([[1, 3, -2, -1], [-2, -1, 0, 3]])

P = [[0, 3, 5, 4, 2, -1, 6, -2], [3, 2, 4, 1, -1, 5, -2, 1], [5, 4, -1, -3, 6, -2, -3, 4], [4, 1, -3, 6, -2, 1, 4, 3]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
F = [[0, -1, 1, 2, -1, 0, -2, 1], [-2, 3, 1, -1, 1, 0, -2, -1]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
Q = [[-6, 10, -7, 5], [2, 5, 12, -27]]  # 2 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
dF = [[-5, 0, 22, 7, -11, 17, 2, -10], [9, -5, -23, 9, -9, 0, 2, 12]]  # ∂L/∂F: 2 × 8 matrix, exact, such as 3 or "1/2"; marked entry by entry
dp = [[[4, 2, -6], [0, -6, 10], [-2, 2, -5]], [[-3, -4, 0], [2, 4, 0], [4, -4, -4]]]  # ∂L/∂p: 2 × 3 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
size = (8496, 480)  # shape (rows, columns)
cells = 4078080  # whole number
times = "59/4"  # exact number, such as 3 or "1/2"
memory = 16.312  # decimal (error at most 0.005) or expression

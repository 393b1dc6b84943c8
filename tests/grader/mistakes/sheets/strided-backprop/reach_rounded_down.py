# %% Practice sheet, seed 5292: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5292", "language": "en"}
# grader-problem: {"key": "1", "family": "strided-backprop", "level": "standard", "seed": "5292", "draw": 1, "parameters": {"way": "zeros", "shape": [10], "x": [3, 1, 5, 1, 5, 0, -2, 5, -2, 1], "w": [-1, 1, -1, -2, 1, -1, -3], "dq": [1, 4], "stride": 3, "padding": 1, "other": null}}
# grader-checksum: 6a038878a3830bcb

import numpy as np


# %% problem 1: The gradient of a convolution with stride
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
w = np.array([-1, 1, -1, -2, 1, -1, -3])
dq = np.array([1, 4])
x = np.array([3, 1, 5, 1, 5, 0, -2, 5, -2, 1])

counts = [1, 1, 2, 2, 2, 2, 1, 1, 1, 0]  # vector of length 10, exact, such as 3 or "1/2"
most = 7 // 3  # whole number
z = [1, 0, 0, 4]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question
dx = [1, -1, -6, 5, -5, -11, 4, -4, -12, 0]  # ∂L/∂x: vector of length 10, exact, such as 3 or "1/2"; marked entry by entry
dw = [20, 7, 21, 5, -7, 25, -8]  # ∂L/∂w: vector of length 7, exact, such as 3 or "1/2"; marked entry by entry
db = 5  # ∂L/∂b: exact number, such as 3 or "1/2"

# %% Practice sheet, seed 6703: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6703", "language": "en"}
# grader-problem: {"key": "1", "family": "strided-backprop", "level": "standard", "seed": "6703", "draw": 1, "parameters": {"way": "zeros", "shape": [10], "x": [1, -1, -1, -4, 3, -3, -4, -1, 1, 1], "w": [-2, -2, 1, -2, 2, -1, 3], "dq": [4, 4], "stride": 3, "padding": 1, "other": null}}
# grader-checksum: 14aa5d06ea702829

import numpy as np


# %% problem 1: The gradient of a convolution with stride
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
w = np.array([-2, -2, 1, -2, 2, -1, 3])
dq = np.array([4, 4])
x = np.array([1, -1, -1, -4, 3, -3, -4, -1, 1, 1])

counts = [1, 1, 2, 2, 2, 2, 1, 1, 1, 0]  # vector of length 10, exact, such as 3 or "1/2"
most = 3  # whole number
z = [4, 0, 0, 4]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question
dx = [-8, 4, -16, 0, 0, 4, 8, -4, 12, 0]  # ∂L/∂x: vector of length 10, exact, such as 3 or "1/2"; marked entry by entry
dw = [-12, 8, -16, -32, 8, -8, -12]  # ∂L/∂w: vector of length 7, exact, such as 3 or "1/2"; marked entry by entry
db = 8  # ∂L/∂b: exact number, such as 3 or "1/2"

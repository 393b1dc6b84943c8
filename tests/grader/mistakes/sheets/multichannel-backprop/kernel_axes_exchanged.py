# %% Practice sheet, seed 8043: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8043", "language": "en"}
# grader-problem: {"key": "1", "family": "multichannel-backprop", "level": "standard", "seed": "8043", "draw": 1, "parameters": {"kind": "plain", "x": [[[1, -1, -2], [5, -2, 4], [0, 5, 1]], [[-2, 4, 3], [4, -2, 5], [2, -1, -3]]], "w": [[[[2, 1], [-1, 0]], [[3, 1], [0, -1]]], [[[0, 1], [-1, -2]], [[-1, -2], [0, 1]]]], "dq": [[[-3, 0], [-4, 0]], [[0, -4], [2, 0]]], "slice": null}}
# grader-checksum: 95b637745699f168

import numpy as np


# %% problem 1: The gradient of a convolution with several channels
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[1, -1, -2], [5, -2, 4], [0, 5, 1]], [[-2, 4, 3], [4, -2, 5], [2, -1, -3]]])
w = np.array([[[[2, 1], [-1, 0]], [[3, 1], [0, -1]]], [[[0, 1], [-1, -2]], [[-1, -2], [0, 1]]]])
dq = np.array([[[-3, 0], [-4, 0]], [[0, -4], [2, 0]]])

db = np.array([-7, -2])  # ∂L/∂b: vector of length 2, exact, such as 3 or "1/2"
dw = np.array([[[[-23, 11], [-15, -14]], [[14, 4], [8, -6]]], [[[-10, -4], [-20, 10]], [[-8, -16], [12, -22]]]])  # ∂L/∂w: 2 × 2 × 2 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
dx = np.array([[[-6, -3, -4], [-5, 2, 8], [2, -4, 0]], [[-9, 1, 8], [-14, -5, -4], [0, 6, 0]]])  # ∂L/∂x: 2 × 3 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry

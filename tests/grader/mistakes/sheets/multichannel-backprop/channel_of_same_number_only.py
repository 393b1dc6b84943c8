# %% Practice sheet, seed 7249: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7249", "language": "en"}
# grader-problem: {"key": "1", "family": "multichannel-backprop", "level": "standard", "seed": "7249", "draw": 1, "parameters": {"kind": "plain", "x": [[[-2, 0, 5], [-3, 5, -3], [1, 3, -3]], [[5, 3, -1], [1, 0, 4], [5, 1, 3]]], "w": [[[[-2, 0], [-1, 1]], [[0, 1], [-1, -2]]], [[[3, 0], [-1, 1]], [[1, -1], [3, 0]]]], "dq": [[[0, 0], [3, -4]], [[2, 3], [0, 0]]], "slice": null}}
# grader-checksum: 1b8889a66b90aae0

import numpy as np


# %% problem 1: The gradient of a convolution with several channels
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-2, 0, 5], [-3, 5, -3], [1, 3, -3]], [[5, 3, -1], [1, 0, 4], [5, 1, 3]]])
w = np.array([[[[-2, 0], [-1, 1]], [[0, 1], [-1, -2]]], [[[3, 0], [-1, 1]], [[1, -1], [3, 0]]]])
dq = np.array([[[0, 0], [3, -4]], [[2, 3], [0, 0]]])

db = [-1, 5]  # ∂L/∂b: vector of length 2, exact, such as 3 or "1/2"
dw = [[[[-29, 27], [-9, 21]], [[3, -16], [11, -9]]], [[[-4, 15], [9, 1]], [[19, 3], [2, 12]]]]  # ∂L/∂w: 2 × 2 × 2 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
dx = [[[0, 0, 0], [-6, 8, 0], [-3, 7, -4]], [[2, 1, -3], [6, 9, 0], [0, 0, 0]]]  # ∂L/∂x: 2 × 3 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry

# %% Practice sheet, seed 5881: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5881", "language": "en"}
# grader-problem: {"key": "1", "family": "multichannel-backprop", "level": "standard", "seed": "5881", "draw": 1, "parameters": {"kind": "plain", "x": [[[-1, -1, 3], [4, -1, -2], [2, -3, 2]], [[-2, 5, 4], [0, -1, 2], [4, -2, 5]]], "w": [[[[-1, -2], [1, 0]], [[1, 0], [-1, 3]]], [[[0, 1], [-1, -2]], [[1, -2], [0, -1]]]], "dq": [[[-4, -1], [0, 0]], [[0, 1], [0, 1]]], "slice": null}}
# grader-checksum: e74c3e53077adf47

import numpy as np


# %% problem 1: The gradient of a convolution with several channels
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-1, -1, 3], [4, -1, -2], [2, -3, 2]], [[-2, 5, 4], [0, -1, 2], [4, -2, 5]]])
w = np.array([[[[-1, -2], [1, 0]], [[1, 0], [-1, 3]]], [[[0, 1], [-1, -2]], [[1, -2], [0, -1]]]])
dq = np.array([[[-4, -1], [0, 0]], [[0, 1], [0, 1]]])

db = [-3, -3]  # ∂L/∂b: vector of length 2, exact, such as 3 or "1/2"
dw = [[[[5, 1], [-15, 6]], [[3, -24], [1, 2]]], [[[-2, 1], [-4, 0]], [[4, 6], [-3, 7]]]]  # ∂L/∂w: 2 × 2 × 2 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
dx = [[[4, 9, 3], [-4, -2, -1], [0, -1, -2]], [[-4, 0, -2], [4, -10, -6], [0, 0, -1]]]  # ∂L/∂x: 2 × 3 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry

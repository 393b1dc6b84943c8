# %% Practice sheet, seed 7912: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7912", "language": "en"}
# grader-problem: {"key": "1", "family": "multichannel-backprop", "level": "easy", "seed": "7912", "draw": 1, "parameters": {"kind": "pointwise", "x": [[[1, 3], [1, 2]], [[-2, -1], [2, -1]]], "w": [[0, 3], [2, -1]], "dq": [[[2, 0], [-3, 3]], [[0, 1], [2, -4]]], "slice": null}}
# grader-checksum: a9865738ac84ec35

import numpy as np


# %% problem 1: The gradient of a convolution with several channels
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[1, 3], [1, 2]], [[-2, -1], [2, -1]]])
w = np.array([[0, 3], [2, -1]])
dq = np.array([[[2, 0], [-3, 3]], [[0, 1], [2, -4]]])

db = [0.5, -0.25]  # ∂L/∂b: vector of length 2, exact, such as 3 or "1/2"
dw = [[5, -13], [-3, 7]]  # ∂L/∂w: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
dx = [[[0, 2], [4, -8]], [[6, -1], [-11, 13]]]  # ∂L/∂x: 2 × 2 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry

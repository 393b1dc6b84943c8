# %% Practice sheet, seed 7422: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7422", "language": "en"}
# grader-problem: {"key": "1", "family": "multichannel-backprop", "level": "hard", "seed": "7422", "draw": 1, "parameters": {"kind": "padded", "x": [[[2, -3, 3], [2, 0, -2], [1, 5, 4]], [[4, -1, 2], [5, 0, -3], [-2, -1, -3]]], "w": [[[[1, 0, -1], [0, 0, 0], [3, -2, 3]], [[0, 3, 1], [0, 0, -2], [-2, 0, -1]]], [[[-2, 0, 3], [0, 0, 2], [0, -1, 1]], [[1, 0, -1], [0, 3, -2], [0, -2, 0]]], [[[-2, 0, 0], [0, 2, -1], [-2, 0, 1]], [[3, 0, 3], [0, -1, 0], [1, 0, 3]]]], "dq": [[[3, 0, 2], [0, 0, 0], [0, 0, 0]], [[0, -2, 0], [0, 0, 0], [0, 0, 3]], [[0, 0, 0], [0, 0, 0], [3, 0, 2]]], "slice": [1, 2]}}
# grader-checksum: 544077c170b1de6e

import numpy as np


# %% problem 1: The gradient of a convolution with several channels
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[2, -3, 3], [2, 0, -2], [1, 5, 4]], [[4, -1, 2], [5, 0, -3], [-2, -1, -3]]])
w = np.array([[[[1, 0, -1], [0, 0, 0], [3, -2, 3]], [[0, 3, 1], [0, 0, -2], [-2, 0, -1]]], [[[-2, 0, 3], [0, 0, 2], [0, -1, 1]], [[1, 0, -1], [0, 3, -2], [0, -2, 0]]], [[[-2, 0, 0], [0, 2, -1], [-2, 0, 1]], [[3, 0, 3], [0, -1, 0], [1, 0, 3]]]])
dq = np.array([[[3, 0, 2], [0, 0, 0], [0, 0, 0]], [[0, -2, 0], [0, 0, 0], [0, 0, 3]], [[0, 0, 0], [0, 0, 0], [3, 0, 2]]])

db = [5, 1, 5]
dw = [[0, 9, 0], [-3, 16, -2], [0, 0, 0]]
dx = [[[0, 0, -4], [-6, 7, -6], [6, -3, 4]], [[0, -12, 4], [0, 15, 0], [-3, 0, 7]]]

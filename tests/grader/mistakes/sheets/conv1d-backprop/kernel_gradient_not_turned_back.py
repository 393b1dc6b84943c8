# %% Practice sheet, seed 3384: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3384", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-backprop", "level": "hard", "seed": "3384", "draw": 1, "parameters": {"layers": [{"number": 1, "kind": "uneven", "x": [4, -2, -1, 5, 6, -3], "w": [2, -1, 2, -1], "dq": [3, -1, 4, -3, -4, -2], "bias": true, "before": 2, "after": 1}, {"number": 2, "kind": "flips", "x": [0, 4, 6, -4, 3, 2], "w": [-2, -1, -3], "dq": [4, 3, -4, -2, -3, 1], "bias": false, "before": 1, "after": 1}]}}
# grader-checksum: 9272aa5e2c4e2cff

import numpy as np


# %% problem 1: The gradient of a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x1 = np.array([4, -2, -1, 5, 6, -3])
dq1 = np.array([3, -1, 4, -3, -4, -2])
w1 = np.array([2, -1, 2, -1])
x2 = np.array([0, 4, 6, -4, 3, 2])
dq2 = np.array([4, 3, -4, -2, -3, 1])
w2 = np.array([-2, -1, -3])

dx1 = [15, -15, 4, -10, -3, 0]
dw1 = [16, -41, -23, 9]
db1 = -3
dx2 = [-13, 1, 4, 19, 4, 5]
dw2 = [-13, -11, 38]

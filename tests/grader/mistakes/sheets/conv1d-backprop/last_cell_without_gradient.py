# %% Practice sheet, seed 2410: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2410", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-backprop", "level": "easy", "seed": "2410", "draw": 1, "parameters": {"layers": [{"number": 1, "kind": "weight", "x": [5, -4, 3, -1], "w": [2], "dq": [-1, 1, 2, -3], "bias": false}, {"number": 2, "kind": "plain", "x": [6, 1, 2, 4], "w": [2, 1], "dq": [-3, 1, 3], "bias": false}]}}
# grader-checksum: 8b0463908f3cc2db

import numpy as np


# %% problem 1: The gradient of a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x1 = np.array([5, -4, 3, -1])
dq1 = np.array([-1, 1, 2, -3])
w1 = 2
x2 = np.array([6, 1, 2, 4])
dq2 = np.array([-3, 1, 3])
w2 = np.array([2, 1])

dx1 = [-2, 2, 4, -6]  # ∂L/∂x₁: vector of length 4, exact, such as 3 or "1/2"
dw1 = 0  # ∂L/∂w₁: exact number, such as 3 or "1/2"
dx2 = [-6, -1, 7, 0]  # only 3 outputs, the 4th input gets nothing
dw2 = [-11, 11]  # ∂L/∂w₂: vector of length 2, exact, such as 3 or "1/2"; marked entry by entry

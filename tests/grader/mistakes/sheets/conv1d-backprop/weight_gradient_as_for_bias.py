# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-backprop", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"layers": [{"number": 1, "kind": "weight", "x": [-2, 4, 2, 5], "w": [3], "dq": [1, -1, -4, -2], "bias": false}, {"number": 2, "kind": "plain", "x": [6, -1, 3, 0], "w": [-1, 2], "dq": [-3, -2, -1], "bias": false}]}}
# grader-checksum: 80dc50e021ece564

import numpy as np


# %% problem 1: The gradient of a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x1 = np.array([-2, 4, 2, 5])
dq1 = np.array([1, -1, -4, -2])
w1 = 3
x2 = np.array([6, -1, 3, 0])
dq2 = np.array([-3, -2, -1])
w2 = np.array([-1, 2])

dx1 = [3, -3, -12, -6]  # ∂L/∂x₁: vector of length 4, exact, such as 3 or "1/2"
dw1 = 1 - 1 - 4 - 2  # ∂L/∂w₁: exact number, such as 3 or "1/2"
dx2 = [3, -4, -3, -2]  # ∂L/∂x₂: vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
dw2 = [-19, -3]  # ∂L/∂w₂: vector of length 2, exact, such as 3 or "1/2"; marked entry by entry

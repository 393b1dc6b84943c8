# %% Practice sheet, seed 3211: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3211", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-backprop", "level": "standard", "seed": "3211", "draw": 1, "parameters": {"layers": [{"number": 1, "kind": "plain", "x": [3, 6, -3, 0, 2, -1], "w": [3, 1, -2], "dq": [1, -3, 4, -4], "bias": true}, {"number": 2, "kind": "padded", "x": [3, -1, -4, 5, 1], "w": [3, -1, -2], "dq": [-4, -1, -4, -2, 3], "bias": false, "before": 1, "after": 1}]}}
# grader-checksum: 3c7fc3bde75ee950

import numpy as np


# %% problem 1: The gradient of a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x1 = np.array([3, 6, -3, 0, 2, -1])
dq1 = np.array([1, -3, 4, -4])
w1 = np.array([3, 1, -2])
x2 = np.array([3, -1, -4, 5, 1])
dq2 = np.array([-4, -1, -4, -2, 3])
w2 = np.array([3, -1, -2])

dx1 = np.array([3, -8, 7, -2, -12, 8])  # ∂L/∂x₁: vector of length 6, exact, such as 3 or "1/2"; marked entry by entry
dw1 = np.array([-27, 7, 9])  # ∂L/∂w₁: vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
db1 = -0.5  # ∂L/∂b₁: exact number, such as 3 or "1/2"
dx2 = np.array([1, -3, 0, 19, 1])  # ∂L/∂x₂: vector of length 5, exact, such as 3 or "1/2"; marked entry by entry
dw2 = np.array([24, -2, -14])  # ∂L/∂w₂: vector of length 3, exact, such as 3 or "1/2"; marked entry by entry

# %% Practice sheet, seed 4648: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4648", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-backprop", "level": "standard", "seed": "4648", "draw": 1, "parameters": {"layers": [{"number": 1, "kind": "plain", "x": [-2, -5, 6, 3, -4, 4], "w": [1, -1, 3], "dq": [1, -1, -4, 2], "bias": true}, {"number": 2, "kind": "padded", "x": [6, 0, -3, -1, -5], "w": [-3, -2, 1], "dq": [4, -4, 1, -1, 3], "bias": false, "before": 1, "after": 1}]}}
# grader-checksum: ffd8ff72e10ae254

import numpy as np


# %% problem 1: The gradient of a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x1 = np.array([-2, -5, 6, 3, -4, 4])
dq1 = np.array([1, -1, -4, 2])
w1 = np.array([1, -1, 3])
x2 = np.array([6, 0, -3, -1, -5])
dq2 = np.array([4, -4, 1, -1, 3])
w2 = np.array([-3, -2, 1])

dx1 = [1, -2, 0, 3, -14, 6]  # ∂L/∂x₁: vector of length 6, exact, such as 3 or "1/2"; marked entry by entry
dw1 = [13, -41, 8]  # ∂L/∂w₁: vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
db1 = -2  # ∂L/∂b₁: exact number, such as 3 or "1/2"
dx2 = [4, 9, -3, -6, -7]  # ∂L/∂x₂: vector of length 5, exact, such as 3 or "1/2"; marked entry by entry
dw2 = [-24, 7, 16]  # ∂L/∂w₂: vector of length 3, exact, such as 3 or "1/2"; marked entry by entry

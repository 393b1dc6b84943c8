# %% Practice sheet, seed 2541: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2541", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-backprop", "level": "standard", "seed": "2541", "draw": 1, "parameters": {"layers": [{"number": 1, "kind": "plain", "x": [4, 5, 1, 0, -4, -3], "w": [-2, 1, 3], "dq": [1, -2, -3, 3], "bias": true}, {"number": 2, "kind": "padded", "x": [-4, 2, -3, 1, -2], "w": [-2, -2, -3], "dq": [-4, -3, -2, -1, 3], "bias": false, "before": 1, "after": 1}]}}
# grader-checksum: 7f17669b2d8baf0e

import numpy as np


# %% problem 1: The gradient of a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x1 = np.array([4, 5, 1, 0, -4, -3])
dq1 = np.array([1, -2, -3, 3])
w1 = np.array([-2, 1, 3])
x2 = np.array([-4, 2, -3, 1, -2])
dq2 = np.array([-4, -3, -2, -1, 3])
w2 = np.array([-2, -2, -3])

import numpy as np
x2p = np.pad(x2, (0, 2))   # 7 cells, so that 5 gradients fit 3 times

dx1 = [-2, 5, 7, -15, -6, 9]  # ∂L/∂x₁: vector of length 6, exact, such as 3 or "1/2"; marked entry by entry
dw1 = [-9, -9, 4]  # ∂L/∂w₁: vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
db1 = -1  # ∂L/∂b₁: exact number, such as 3 or "1/2"
dx2 = [14, 22, 15, 2, -3]  # ∂L/∂x₂: vector of length 5, exact, such as 3 or "1/2"; marked entry by entry
dw2 = [int(x2p[k:k+5] @ dq2) for k in range(3)]  # ∂L/∂w₂: vector of length 3, exact, such as 3 or "1/2"; marked entry by entry

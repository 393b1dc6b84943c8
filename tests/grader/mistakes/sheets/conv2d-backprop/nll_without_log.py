# %% Practice sheet, seed 586: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "586", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "586", "draw": 1, "parameters": {"x": [[2, 0, 1, 0, 0], [3, 3, 3, 2, 3], [1, 1, 0, 0, 3], [0, 2, 0, 0, 3], [1, 2, 2, 2, 0]], "w1": [[-1, 1, -1], [0, 0, 0], [0, 2, -1]], "w2": [[-1, 1, -1], [1, 0, 0], [2, 0, 0]], "W": [[-1, 2], [2, 1], [0, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: e4b3d4c1391d5671

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 0, 1, 0, 0], [3, 3, 3, 2, 3], [1, 1, 0, 0, 3], [0, 2, 0, 0, 3], [1, 2, 2, 2, 0]])
w1 = np.array([[-1, 1, -1], [0, 0, 0], [0, 2, -1]])
w2 = np.array([[-1, 1, -1], [1, 0, 0], [2, 0, 0]])
W = np.array([[-1, 2], [2, 1], [0, 2]])
y = 3
rate = 1/10

q1 = [[-1, 1, -4], [1, -2, -7], [2, 1, 1]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 1, 0], [1, 0, 0], [2, 1, 1]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 6, 2], [-2, 3, -4], [2, 5, 1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 6, 2], [0, 3, 0], [2, 5, 1]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [10, 10, 12]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.1065, 0.1065, 0.787]  # vector of length 3, decimals (error at most 0.005) or expressions
L = -0.787  # decimal (error at most 0.005) or expression
ds = [0.0838, 0.0838, -0.1676]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.1676, 0.5029], [0.1676, 0.5029], [-0.3353, -1.0058]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.0838, -0.0838]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0.0838, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, -0.0838, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0.0838, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, -0.0838, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0838, 0.0838, 0], [0, 0.1676, 0], [0.0838, 0.1676, 0.1676]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, -0.0838, 0], [-0.2515, -0.2515, -0.1676], [-0.0838, 0, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0.0838, -0.0838, 0.0838, 0], [0, -0.0838, 0, 0, 0], [-0.0838, -0.0838, -0.0838, 0, 0], [0, 0, 0, 0, 0], [0, 0.1676, -0.0838, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1.0084, 0.9916, -1], [0, -0.0168, 0], [-0.0084, 1.9832, -1.0168]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1, 1.0084, -1], [1.0251, 0.0251, 0.0168], [2.0084, 0, 0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1.8743, 6.2012]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

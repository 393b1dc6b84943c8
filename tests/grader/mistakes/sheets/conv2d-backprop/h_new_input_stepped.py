# %% Practice sheet, seed 535: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "535", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "535", "draw": 1, "parameters": {"x": [[1, 1, 3, 1, 1], [0, 0, 0, 0, 1], [0, 1, 0, 1, 2], [3, 2, 2, 1, 2], [2, 1, 0, 3, 3]], "w1": [[-1, -1, 0], [1, 2, 0], [0, 0, 1]], "w2": [[2, 0, 0], [0, -1, 1], [0, 2, -1]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: de704609fab7a186

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 3, 1, 1], [0, 0, 0, 0, 1], [0, 1, 0, 1, 2], [3, 2, 2, 1, 2], [2, 1, 0, 3, 3]])
w1 = np.array([[-1, -1, 0], [1, 2, 0], [0, 0, 1]])
w2 = np.array([[2, 0, 0], [0, -1, 1], [0, 2, -1]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 1
rate = 1/10

q1 = np.array([[-2, -3, -2], [4, 2, 4], [6, 8, 6]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[0, 0, 0], [4, 2, 4], [6, 8, 6]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[4, 1, 7], [1, 4, 1], [2, -2, 4]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[4, 1, 7], [1, 4, 1], [2, 0, 4]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 7]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 6, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.40761  # decimal (error at most 0.005) or expression
ds = [-0.75527, 0.09003, 0.66524]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[-6.04217, -5.2869], [0.72024, 0.63021], [5.32193, 4.65669]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.57521, -0.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0, 0], [0, 0, 0], [0, 0.57521, 0]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0, -0.57521], [0, 0, 0], [0, 0, 0]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0, 0], [0, 0, 0], [0, 0.57521, 0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0, -0.57521], [0, 0, 0], [0, 0, 0]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[0.57521, 0, 0.57521], [1.15042, 1.15042, 0.57521], [0.57521, 0, 1.72563]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[-1.72563, -0.57521, -0.57521], [0, 0, -0.57521], [0, -0.57521, -1.15042]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, -1.15042, 0, 0], [0, 0, 0, 0.57521, -0.57521], [0, -0.57521, -0.57521, -1.15042, 0.57521], [0, 0.57521, 1.15042, 0, 0], [0, 0, 0, 0.57521, 0]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[-1.05752, -1, -0.05752], [0.88496, 1.88496, -0.05752], [-0.05752, 0, 0.82744]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[2.17256, 0.05752, 0.05752], [0, -1, 1.05752], [0, 2.05752, -0.88496]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.35174, 8.63375]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

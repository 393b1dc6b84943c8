# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "1", "draw": 1, "parameters": {"x": [[0, 1, 3, 3, 0], [2, 0, 3, 3, 0], [0, 2, 2, 2, 0], [3, 1, 3, 0, 0], [2, 0, 3, 0, 2]], "w1": [[-1, 0, 0], [0, 1, 0], [2, -1, -1]], "w2": [[-1, 0, 1], [0, 0, 0], [-1, -1, 2]], "W": [[0, 1], [1, 0], [-1, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 1c53abf99ddeaadf

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 1, 3, 3, 0], [2, 0, 3, 3, 0], [0, 2, 2, 2, 0], [3, 1, 3, 0, 0], [2, 0, 3, 0, 2]])
w1 = np.array([[-1, 0, 0], [0, 1, 0], [2, -1, -1]])
w2 = np.array([[-1, 0, 1], [0, 0, 0], [-1, -1, 2]])
W = np.array([[0, 1], [1, 0], [-1, 2]])
y = 1
rate = 1/10

q1 = [[-4, 2, 2], [2, 1, 5], [2, -2, 2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 2, 2], [2, 1, 5], [2, 0, 2]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[5, 2, -7], [3, -1, -6], [6, -3, -1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[5, 2, 0], [3, 0, 0], [6, 0, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 5, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.40761  # decimal (error at most 0.005) or expression
ds = [-0.75527, 0.09003, 0.66524]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-3.77636, -4.53163], [0.45015, 0.54018], [3.3262, 3.99145]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.57521, 0.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, -0.57521], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0.57521, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, -0.57521], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0.57521, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.72563, -1.72563, 0.0], [-1.15042, -1.15042, 0.0], [-1.72563, 0.0, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, 1.15042, 1.15042], [1.72563, 0.57521, 1.72563], [1.15042, 0.0, 1.72563]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0.57521, 0.0, 0.0], [-0.57521, 0.0, 0.57521, -0.57521, 0.0], [0.0, 0.0, -1.15042, 0.57521, 0.57521], [-0.57521, -0.57521, 1.15042, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.82744, 0.17256, 0.0], [0.11504, 1.11504, 0.0], [2.17256, -1.0, -1.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1.0, -0.11504, 0.88496], [-0.17256, -0.05752, -0.17256], [-1.11504, -1.0, 1.82744]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [7.01324, 6]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 550: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "550", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "550", "draw": 1, "parameters": {"x": [[0, 1, 2, 3, 1], [0, 3, 3, 3, 0], [2, 2, 2, 0, 3], [2, 3, 0, 0, 1], [3, 2, 1, 2, 0]], "w1": [[0, -1, -1], [-1, 1, 0], [0, 1, 0]], "w2": [[0, -1, 0], [0, -1, 2], [-1, 0, 1]], "W": [[1, 1], [-1, 2], [2, 1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 053f3a8e6b180451

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 1, 2, 3, 1], [0, 3, 3, 3, 0], [2, 2, 2, 0, 3], [2, 3, 0, 0, 1], [3, 2, 1, 2, 0]])
w1 = np.array([[0, -1, -1], [-1, 1, 0], [0, 1, 0]])
w2 = np.array([[0, -1, 0], [0, -1, 2], [-1, 0, 1]])
W = np.array([[1, 1], [-1, 2], [2, 1]])
y = 3
rate = 1/10

q1 = [[2, -3, -4], [-3, -6, -5], [-1, -4, -1]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[2, 0, 0], [0, 0, 0], [0, 0, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, -1, -5], [-3, -8, 4], [-7, -2, 1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 0, 0], [0, 0, 4], [0, 0, 1]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 6, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.107, 0.107, 0.787]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.24  # decimal (error at most 0.005) or expression
ds = [0.107, 0.107, -0.213]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.213, 0.426], [0.213, 0.426], [-0.426, -0.852]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.426, 0.107]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[-0.426, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0.107], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[-0.426, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0.107], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, -0.426, -0.852], [0, -1.278, -1.278], [-0.852, -0.852, -0.852]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.32, 0.32, 0], [0.213, 0, 0.32], [0, 0, 0.107]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0.426, 0.426, 0, 0], [0.426, -0.426, 0, -0.107, 0], [0, -0.426, 0, -0.107, 0.213], [0, 0, -0.107, 0, 0.107], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0, -0.957, -0.915], [-1, 1.128, 0.128], [0.085, 1.085, 0.085]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.032, -1.032, 0], [-0.021, -1, 1.968], [-1, 0, 0.989]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.491, 3.659]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

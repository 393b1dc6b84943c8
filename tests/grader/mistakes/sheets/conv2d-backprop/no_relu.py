# %% Practice sheet, seed 407: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "407", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "407", "draw": 1, "parameters": {"x": [[1, 1, 1, 2], [1, 1, 1, 2], [2, 1, 0, 0], [2, 3, 3, 2]], "w1": [[0, 1, 0], [0, -1, -1], [1, 0, -1]], "w2": [[2, 1, 0], [0, 1, 0], [0, -1, -1]], "W": [[2, 0], [0, 1], [-1, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 559f3319620b6813

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 1, 2], [1, 1, 1, 2], [2, 1, 0, 0], [2, 3, 3, 2]])
w1 = np.array([[0, 1, 0], [0, -1, -1], [1, 0, -1]])
w2 = np.array([[2, 1, 0], [0, 1, 0], [0, -1, -1]])
W = np.array([[2, 0], [0, 1], [-1, 2]])
y = 3
rate = 1/10

q1 = [[1, -1], [-1, 2]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, -1], [-1, 2]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[3, 4], [-2, -2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[3, 4], [-2, -2]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 4, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.107, 0.107, 0.787]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.24  # decimal (error at most 0.005) or expression
ds = [0.107, 0.107, -0.213]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.213, 0.426], [0.213, 0.426], [-0.426, -0.852]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.426, -0.32]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, 0.426]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, -0.32], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, 0.426]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, -0.32], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.426, 0.426, 0.852], [0.426, 0, 0], [1.278, 1.278, 0.852]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.32, -0.32, -0.639], [-0.32, -0.32, -0.639], [-0.32, 0, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, -0.639, -0.32, 0], [0, 0, 0.107, 0], [0, 0, -0.107, -0.107], [0, 0.426, 0, -0.426]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.043, 0.957, -0.085], [-0.043, -1, -1], [0.872, -0.128, -1.085]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[2.032, 1.032, 0.064], [0.032, 1.032, 0.064], [0.032, -1, -1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.765, 4.415]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 593: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "593", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "593", "draw": 1, "parameters": {"x": [[1, 3, 2, 3, 2], [2, 0, 1, 3, 2], [0, 0, 0, 1, 2], [1, 0, 2, 1, 1], [2, 1, 1, 0, 0]], "w1": [[0, 0, 1], [0, 2, -1], [-1, 0, 1]], "w2": [[0, 1, 0], [-1, 1, 0], [-1, 0, 2]], "W": [[-1, 2], [0, 1], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 9ab7e8a46bb56083

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 3, 2, 3, 2], [2, 0, 1, 3, 2], [0, 0, 0, 1, 2], [1, 0, 2, 1, 1], [2, 1, 1, 0, 0]])
w1 = np.array([[0, 0, 1], [0, 2, -1], [-1, 0, 1]])
w2 = np.array([[0, 1, 0], [-1, 1, 0], [-1, 0, 2]])
W = np.array([[-1, 2], [0, 1], [1, 0]])
y = 1
rate = 1/10

q1 = [[1, 3, 8], [2, 3, 1], [-3, 3, 2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 3, 8], [2, 3, 1], [0, 3, 2]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, 5, 9], [3, 3, 4], [-1, 1, -1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 5, 9], [3, 3, 4], [0, 1, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 9]  # vector of length 2, exact, such as 3 or "1/2"
s = [10, 9, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.7, 0.2, 0.1]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.3567  # decimal (error at most 0.005) or expression
ds = [-0.3, 0.2, 0.1]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-2.4, -2.7], [1.6, 1.8], [0.8, 0.9]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.4, -0.4]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0.4], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, -0.4], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0.4], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, -0.4], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.8, 1.2, 0.8], [0.4, 1.2, 0.8], [0, 0.4, 0.8]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.8, -1.2, -0.8], [-0.4, -1.2, -0.8], [0, -0.4, -0.8]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, -0.4, 0.4], [0, 0, 0.4, 0.4, -0.4], [0, 0, 0, 0, -0.4], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.08, -0.12, 0.92], [-0.04, 1.88, -1.08], [-1, -0.04, 0.92]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.08, 1.12, 0.08], [-0.96, 1.12, 0.08], [-1, 0.04, 2.08]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.56, 10.44]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

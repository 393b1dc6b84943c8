# %% Practice sheet, seed 1905: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1905", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "1905", "draw": 1, "parameters": {"x": [[0, 3, 1, 0, 0], [2, 0, 2, 3, 2], [2, 2, 2, 0, 1], [0, 3, 2, 2, 0], [2, 2, 1, 3, 3]], "w1": [[0, -1, 1], [0, -1, 0], [0, 2, 2]], "w2": [[2, -1, -1], [0, 0, 1], [0, 2, 0]], "W": [[1, 1], [0, 2], [2, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: c1d248f82f40a153

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 1, 0, 0], [2, 0, 2, 3, 2], [2, 2, 2, 0, 1], [0, 3, 2, 2, 0], [2, 2, 1, 3, 3]])
w1 = np.array([[0, -1, 1], [0, -1, 0], [0, 2, 2]])
w2 = np.array([[2, -1, -1], [0, 0, 1], [0, 2, 0]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 2
rate = 1/10

q1 = [[6, 1, -1], [10, 7, 3], [3, 4, 11]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[6, 1, 0], [10, 7, 3], [3, 4, 11]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 12, 4], [10, -1, 4], [6, 6, 9]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 12, 4], [10, 0, 4], [6, 6, 9]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [11, 12]  # vector of length 2, exact, such as 3 or "1/2"
s = [23, 24, 22]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.5881  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.3348, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[2.692, 2.9367], [-3.6823, -4.0171], [0.9903, 1.0804]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.4248, -0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.4248]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, -0.4248, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.4248]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, -0.4248, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.8496, 0.0, 0.4248], [0.8496, 0.8496, 0.0], [0.4248, 1.2744, 1.2744]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.2744, -0.4248, 0.0], [0.0, -0.8496, -1.2744], [-0.8496, -0.8496, 0.0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, -0.8496, 0.4248, 0.4248, 0.0], [0.0, 0.0, 0.0, -0.4248, 0.0], [0.0, 0.0, -0.8496, -0.4248, 0.4248], [0.0, 0.0, 0.0, -0.4248, 0.0], [0.0, 0.0, 0.0, 0.8496, 0.8496]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.085, -1.0, 0.9575], [-0.085, -1.085, 0.0], [-0.0425, 1.8726, 1.8726]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[2.1274, -0.9575, -1.0], [0.0, 0.085, 1.1274], [0.085, 2.085, 0.0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [9.6407, 13.3168]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

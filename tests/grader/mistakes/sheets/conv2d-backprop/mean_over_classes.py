# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "101", "draw": 1, "parameters": {"x": [[0, 2, 3, 3], [0, 1, 1, 3], [0, 1, 0, 0], [2, 3, 1, 0]], "w1": [[-1, 0, 1], [0, 1, -1], [0, 0, -1]], "w2": [[0, -1, 0], [-1, 0, -1], [1, 1, 0]], "W": [[1, 1], [0, 2], [2, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: c46f698ac2aa5343

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 3, 3], [0, 1, 1, 3], [0, 1, 0, 0], [2, 3, 1, 0]])
w1 = np.array([[-1, 0, 1], [0, 1, -1], [0, 0, -1]])
w2 = np.array([[0, -1, 0], [-1, 0, -1], [1, 1, 0]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 2
rate = 1/10

q1 = [[3, -1], [1, 2]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 0], [1, 2]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, -6], [4, 2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [4, 2]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 8, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.1359  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.3348, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.7342, 0.9789], [-1.0043, -1.339], [0.2701, 0.3601]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.4248, -0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.4248, 0.0], [0.0, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0], [-0.4248, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.4248, 0.0], [0.0, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0], [-0.4248, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0, 0.8496, 1.2744], [0.0, 0.4248, 0.4248], [0.0, 0.4248, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, -0.4248, -0.4248], [0.0, -0.4248, 0.0], [-0.8496, -1.2744, -0.4248]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[-0.4248, 0.0, 0.4248, 0.0], [0.0, 0.8496, -0.4248, 0.0], [0.4248, 0.0, 0.0, 0.0], [-0.4248, -0.4248, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1.0, -0.085, 0.8726], [0.0, 0.9575, -1.0425], [0.0, -0.0425, -1.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, -0.9575, 0.0425], [-1.0, 0.0425, -1.0], [1.085, 1.1274, 0.0425]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [2.3203, 4.7221]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

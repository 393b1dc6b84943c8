# %% Practice sheet, seed 1905: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1905", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "1905", "draw": 1, "parameters": {"x": [[3, 3, 1, 2], [2, 1, 0, 3], [0, 2, 0, 2], [1, 0, 3, 3]], "w1": [[0, 0, -1], [0, -1, -1], [2, 0, 1]], "w2": [[0, 0, -1], [1, -1, 0], [1, 2, 0]], "W": [[2, 0], [-1, 2], [0, 1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 8c4a6038c9908f45

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 1, 2], [2, 1, 0, 3], [0, 2, 0, 2], [1, 0, 3, 3]])
w1 = np.array([[0, 0, -1], [0, -1, -1], [2, 0, 1]])
w2 = np.array([[0, 0, -1], [1, -1, 0], [1, 2, 0]])
W = np.array([[2, 0], [-1, 2], [0, 1]])
y = 3
rate = 1/10

q1 = [[-2, 1], [3, -2]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 1], [3, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[4, 1], [-1, 5]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[4, 1], [0, 5]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 7, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, 0.6652, -0.91]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.7342, 1.2236], [1.9957, 3.3262], [-2.7299, -4.5498]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.1758, 0.4205]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0], [-0.1758, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0], [0.0, 0.4205]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0], [-0.1758, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0], [0.0, 0.4205]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.3516, -0.1758, 0.0], [0.0, -0.3516, 0.0], [-0.1758, 0.0, -0.5274]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.4205, 0.0, 1.2615], [0.841, 0.0, 0.841], [0.0, 1.2615, 1.2615]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.1758, -0.4205], [0.0, 0.5963, -0.2447, 0.0], [-0.3516, 0.4205, 0.6652, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0352, 0.0176, -0.9], [0.0, -0.8648, -0.9], [1.8176, 0.0, 0.9527]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.0421, 0.0, -1.0262], [0.8159, -0.9, -0.0841], [0.9, 1.6738, -0.1262]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.034, 2.9862]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

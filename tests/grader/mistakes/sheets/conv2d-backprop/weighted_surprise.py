# %% Practice sheet, seed 566: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "566", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "566", "draw": 1, "parameters": {"x": [[3, 2, 0, 1, 1], [2, 0, 2, 0, 1], [2, 0, 0, 3, 3], [3, 3, 3, 0, 0], [2, 2, 0, 0, 1]], "w1": [[-1, 0, 0], [2, 1, 0], [1, 0, -1]], "w2": [[0, 0, 1], [0, 2, 0], [-1, 2, 1]], "W": [[1, 1], [2, 0], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 7c28c4e2e1cd974e

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 2, 0, 1, 1], [2, 0, 2, 0, 1], [2, 0, 0, 3, 3], [3, 3, 3, 0, 0], [2, 2, 0, 0, 1]])
w1 = np.array([[-1, 0, 0], [2, 1, 0], [1, 0, -1]])
w2 = np.array([[0, 0, 1], [0, 2, 0], [-1, 2, 1]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 1
rate = 1/10

q1 = [[3, -3, 1], [2, 3, 4], [9, 11, 5]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 0, 1], [2, 3, 4], [9, 11, 5]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, 8, 10], [8, 3, 4], [8, 7, 4]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 8, 10], [8, 3, 4], [8, 7, 4]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [11, 10]  # vector of length 2, exact, such as 3 or "1/2"
s = [21, 22, 20]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.3445  # decimal (error at most 0.005) or expression
ds = [-0.7553, 0.6652, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-8.308, -7.5527], [7.3177, 6.6524], [0.9903, 0.9003]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.5752, -0.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0, 0.5752, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, -0.5752], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0, 0.5752, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, -0.5752], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, 0, 1.7256], [1.7256, 1.7256, 0], [1.1504, 0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, -0.5752, -0.5752], [-1.1504, 0, -0.5752], [0, -1.7256, -1.7256]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, -0.5752], [0, 0, 0, -1.1504, 0], [0, -0.5752, 0.5752, -1.1504, -0.5752], [0, 1.1504, 0.5752, 0, 0], [0, 0.5752, 0, -0.5752, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1, 0, -0.1726], [1.8274, 0.8274, 0], [0.885, 0, -1]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0, 0.0575, 1.0575], [0.115, 2, 0.0575], [-1, 2.1726, 1.1726]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [9.2168, 11.438]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 439: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "439", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "439", "draw": 1, "parameters": {"x": [[2, 1, 0, 0, 2], [3, 1, 3, 0, 3], [0, 3, 2, 0, 2], [1, 0, 1, 0, 0], [1, 3, 3, 3, 2]], "w1": [[0, -1, 2], [0, 1, -1], [0, 0, -1]], "w2": [[0, -1, -1], [1, 1, 1], [0, 0, 0]], "W": [[0, 1], [1, 0], [-1, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: ec698bdbe427b200

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 1, 0, 0, 2], [3, 1, 3, 0, 3], [0, 3, 2, 0, 2], [1, 0, 1, 0, 0], [1, 3, 3, 3, 2]])
w1 = np.array([[0, -1, 2], [0, 1, -1], [0, 0, -1]])
w2 = np.array([[0, -1, -1], [1, 1, 1], [0, 0, 0]])
W = np.array([[0, 1], [1, 0], [-1, 2]])
y = 3
rate = 1/10

q1 = np.array([[-5, 3, -1], [5, -1, 4], [-3, -4, 2]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[0, 3, 0], [5, 0, 4], [0, 0, 2]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[6, 4, 4], [1, 2, 1], [-3, -1, -1]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[6, 4, 4], [1, 2, 1], [0, 0, 0]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 5, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.13587  # decimal (error at most 0.005) or expression
ds = [0.08158, 0.03001, -0.11159]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[0.40788, 0.48946], [0.15005, 0.18006], [-0.55793, -0.66952]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.1416, -0.1416]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0, 0], [0.1416, 0, 0], [0, 0, 0]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[-0.1416, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0, 0], [0.1416, 0, 0], [0, 0, 0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[-0.1416, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[0.42479, 0.1416, 0.42479], [0, 0.42479, 0.28319], [0.1416, 0, 0.1416]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[-0.28319, -0.1416, 0], [-0.42479, -0.1416, -0.42479], [0, -0.42479, -0.28319]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0.1416, 0.1416, 0, 0], [-0.1416, -0.28319, 0.1416, 0, 0], [0, 0.1416, -0.1416, 0, 0], [0, 0, -0.1416, 0, 0], [0, 0, 0, 0, 0]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[-0.04248, -1.01416, 1.95752], [0, 0.95752, -1.02832], [-0.01416, 0, -1.01416]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[0.02832, -0.98584, -1], [1.04248, 1.01416, 1.04248], [0, 0.04248, 0.02832]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.51857, 6.52391]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

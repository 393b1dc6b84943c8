# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "3", "draw": 1, "parameters": {"x": [[1, 0, 0, 2, 3], [2, 1, 2, 1, 0], [1, 1, 2, 0, 3], [2, 2, 1, 1, 2], [3, 0, 3, 3, 0]], "w1": [[1, -1, 2], [0, 0, 0], [0, -1, -1]], "w2": [[0, 1, 0], [0, 1, 0], [1, -1, -1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 2dbf011d859bc1c4

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 0, 2, 3], [2, 1, 2, 1, 0], [1, 1, 2, 0, 3], [2, 2, 1, 1, 2], [3, 0, 3, 3, 0]])
w1 = np.array([[1, -1, 2], [0, 0, 0], [0, -1, -1]])
w2 = np.array([[0, 1, 0], [0, 1, 0], [1, -1, -1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 2
rate = 1/10

q1 = [[-2, 2, 1], [2, -1, -2], [1, -7, 5]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 2, 1], [2, 0, 0], [1, 0, 5]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-1, 1, 2], [1, 4, -1], [3, -3, 1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 1, 2], [1, 4, 0], [3, 0, 1]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [5, 6, 4]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.66524, 0.09003]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, -0.33476, 0.09003]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.22364, 0.97891], [-1.6738, -1.33904], [0.45015, 0.36012]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.42479, 0.42479]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0, 0, -0.42479]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0.42479, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0, 0, -0.42479]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0.42479, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.84958, 0.0, -1.27437], [-0.42479, -0.42479, -0.84958], [-1.27437, -1.27437, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.42479, 0.84958, 0.42479], [0.42479, 0.84958, 0.0], [0.84958, 0.42479, 0.42479]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, -0.42479, 0.42479, -0.84958], [0, 0, 0.0, 0.0, 0.0], [0, 0, 0.0, 0.42479, 0.42479]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.08496, -1.0, 2.12744], [0.04248, 0.04248, 0.08496], [0.12744, -0.87256, -1.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.04248, 0.91504, -0.04248], [-0.04248, 0.91504, 0.0], [0.91504, -1.04248, -1.04248]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.57172, 3.27786]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

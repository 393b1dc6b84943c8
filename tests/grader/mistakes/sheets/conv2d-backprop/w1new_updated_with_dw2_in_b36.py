# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "4", "draw": 1, "parameters": {"x": [[3, 0, 1, 3, 2], [3, 2, 3, 1, 3], [0, 0, 3, 2, 1], [1, 2, 0, 0, 1], [2, 1, 1, 3, 3]], "w1": [[0, 1, 0], [2, 0, -1], [-1, 0, 1]], "w2": [[1, 2, -1], [0, 0, 1], [0, 0, 1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 4967b9301f185cf1

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 0, 1, 3, 2], [3, 2, 3, 1, 3], [0, 0, 3, 2, 1], [1, 2, 0, 0, 1], [2, 1, 1, 3, 3]])
w1 = np.array([[0, 1, 0], [2, 0, -1], [-1, 0, 1]])
w2 = np.array([[1, 2, -1], [0, 0, 1], [0, 0, 1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 3
rate = 1/10

q1 = [[6, 6, 4], [-2, -1, 7], [1, 9, 3]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[6, 6, 4], [0, 0, 7], [1, 9, 3]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[8, 2, 9], [7, 9, 4], [-2, 7, 10]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[8, 2, 9], [7, 9, 4], [0, 7, 10]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [9, 10]  # vector of length 2, exact, such as 3 or "1/2"
s = [9, 8, 10]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, 0.09003, -0.33476]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[2.20256, 2.44728], [0.81028, 0.90031], [-3.01283, -3.34759]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.42479, -0.42479]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0, 0.42479, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0, 0, -0.42479]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0, 0.42479, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0, 0, -0.42479]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0, 1.27437, 0.84958], [0.84958, 0.0, 0.0], [0.42479, 0.42479, 1.27437]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.27437, -0.84958, -0.42479], [0.0, 0.0, -0.42479], [-0.42479, -1.27437, -1.27437]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0.0, 0.0, -0.84958, 0.42479], [0, 0.84958, 0.0, -0.42479, -0.42479], [0, -0.42479, 0.0, 0.42479, -0.42479]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.12744, 1.08496, 0.04248], [2.0, 0.0, -0.95752], [-0.95752, 0.12744, 1.12744]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.12744, 2.08496, -0.95752], [0.0, 0.0, 1.04248], [0.04248, 0.12744, 1.12744]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [9.89206, 11.44428]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

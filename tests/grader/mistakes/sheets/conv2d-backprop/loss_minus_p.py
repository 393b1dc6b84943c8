# %% Practice sheet, seed 435: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "435", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "435", "draw": 1, "parameters": {"x": [[0, 1, 1, 3, 0], [3, 2, 0, 3, 1], [2, 0, 0, 3, 2], [1, 0, 3, 2, 1], [2, 3, 2, 1, 1]], "w1": [[0, 0, 2], [0, -1, 1], [1, -1, 0]], "w2": [[-1, 0, -1], [1, 0, 1], [0, 2, 0]], "W": [[0, 1], [1, 0], [-1, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: d9e1da63819c33c5

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 1, 1, 3, 0], [3, 2, 0, 3, 1], [2, 0, 0, 3, 2], [1, 0, 3, 2, 1], [2, 3, 2, 1, 1]])
w1 = np.array([[0, 0, 2], [0, -1, 1], [1, -1, 0]])
w2 = np.array([[-1, 0, -1], [1, 0, 1], [0, 2, 0]])
W = np.array([[0, 1], [1, 0], [-1, 2]])
y = 2
rate = 1/10

q1 = np.array([[2, 9, -5], [1, 6, 2], [2, 6, 4]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[2, 9, 0], [1, 6, 2], [2, 6, 4]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[2, 1, 6], [-1, 4, 5], [8, 3, 4]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[2, 1, 6], [0, 4, 5], [8, 3, 4]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [9, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 9, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.66524, 0.09003]  # vector of length 3, decimals (error at most 0.005) or expressions
L = -0.66524  # decimal (error at most 0.005) or expression
ds = [0.24473, -0.33476, 0.09003]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[2.20256, 1.95783], [-3.01283, -2.67807], [0.81028, 0.72024]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.42479, 0.42479]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, -0.42479, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0, 0], [0, 0, 0], [0.42479, 0, 0]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, -0.42479, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0, 0], [0, 0, 0], [0.42479, 0, 0]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-0.42479, -0.42479, -1.27437], [-0.84958, 0, -1.27437], [0, 0, -1.27437]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[0.84958, 0, 0], [0.42479, 0, 1.27437], [0.84958, 1.27437, 0.84958]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0, -0.84958, 0], [0, 0, 0.42479, -0.42479, 0], [-0.42479, -0.42479, 0, 0, 0], [0.42479, 0, 0.42479, 0, 0], [0, 0.84958, 0, 0, 0]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0.04248, 0.04248, 2.12744], [0.08496, -1, 1.12744], [1, -1, 0.12744]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[-1.08496, 0, -1], [0.95752, 0, 0.87256], [-0.08496, 1.87256, -0.08496]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [10.40181, 6.68315]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 406: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "406", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "406", "draw": 1, "parameters": {"x": [[0, 1, 2, 3, 1], [2, 0, 0, 3, 2], [0, 1, 2, 0, 2], [0, 1, 3, 2, 2], [1, 1, 0, 2, 0]], "w1": [[0, 0, 0], [2, -1, -1], [0, 1, -1]], "w2": [[0, -1, 0], [1, 0, -1], [1, 1, 0]], "W": [[-1, 2], [0, 1], [1, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: b492050270740915

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 1, 2, 3, 1], [2, 0, 0, 3, 2], [0, 1, 2, 0, 2], [0, 1, 3, 2, 2], [1, 1, 0, 2, 0]])
w1 = np.array([[0, 0, 0], [2, -1, -1], [0, 1, -1]])
w2 = np.array([[0, -1, 0], [1, 0, -1], [1, 1, 0]])
W = np.array([[-1, 2], [0, 1], [1, 0]])
y = 3
rate = 1/10

q1 = np.array([[-1, 7, -1], [4, -1, 1], [5, -1, 1]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[0, 7, 0], [4, 0, 1], [5, 0, 1]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[0, 3, 1], [6, 4, 1], [3, 1, 1]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[0, 3, 1], [6, 4, 1], [3, 1, 1]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [5, 6, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.09003, 0.24473, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.40761  # decimal (error at most 0.005) or expression
ds = [0.09003, 0.24473, -0.33476]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[0.63021, 0.54018], [1.7131, 1.46837], [-2.34331, -2.00855]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.42479, 0.42479]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, -0.42479, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0, 0], [0.42479, 0, 0], [0, 0, 0]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, -0.42479, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0, 0], [0.42479, 0, 0], [0, 0, 0]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-1.27437, -0.84958, -0.42479], [-1.27437, 0, 0], [0, -0.84958, -0.42479]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[0, 0, 0.84958], [0.84958, 0.42479, 0], [1.27437, 0.42479, 0]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0, 0, 0], [0, 0, 0.42479, -0.84958, 0], [-0.42479, 0.42479, 0, 0, 0], [0, 0.42479, 0.42479, 0, 0], [0, 0, 0, 0, 0]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0.12744, 0.08496, 0.04248], [2.12744, -1, -1], [0, 1.08496, -0.95752]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[0, -1, -0.08496], [0.91504, -0.04248, -1], [0.87256, 0.95752, 0]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [8.18941, 5.1929]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "12", "draw": 1, "parameters": {"x": [[0, 3, 3, 3], [1, 1, 1, 0], [0, 3, 1, 3], [0, 0, 3, 0]], "w1": [[0, 0, 0], [0, -1, 0], [1, 0, 0]], "w2": [[0, 0, 0], [0, 0, 0], [0, 1, -1]], "W": [[0, 1], [-1, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 7b6af4079c63ed32

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 3, 3], [1, 1, 1, 0], [0, 3, 1, 3], [0, 0, 3, 0]])
w1 = np.array([[0, 0, 0], [0, -1, 0], [1, 0, 0]])
w2 = np.array([[0, 0, 0], [0, 0, 0], [0, 1, -1]])
W = np.array([[0, 1], [-1, 2]])
y = 1
rate = 1/10

q1 = [[0, -2, -2, -2], [-1, -1, 2, 1], [0, -3, -1, 0], [0, 0, -3, 0]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0, 0, 0], [0, 0, 2, 1], [0, 0, 0, 0], [0, 0, 0, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[0, 0, 1, 0], [-3, 2, -2, 3], [0, -3, 3, 0], [0, 0, 0, 0]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0, 1, 0], [0, 2, 0, 3], [0, 0, 3, 0], [0, 0, 0, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 4]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.2689, 0.7311]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 1.3133  # decimal (error at most 0.005) or expression
ds = [-0.7311, 0.7311]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[-1.4621, -2.1932], [1.4621, 2.1932]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.7311, 0.7311]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, -0.7311, 0.0], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.7311], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, -0.7311, 0.0], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.7311], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-2.1932, -2.1932, -2.1932], [-0.7311, -0.7311, 0.0], [-2.1932, -0.7311, -2.1932]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[2.1932, 2.1932, 0.0], [0.7311, 0.0, 0.0], [0.7311, 2.1932, 0.0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.7311, 0.0], [0.0, -0.7311, 0.0, 0.7311], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.2193, 0.2193, 0.2193], [0.0731, -0.9269, 0.0], [1.2193, 0.0731, 0.2193]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.2193, -0.2193, 0.0], [-0.0731, 0.0, 0.0], [-0.0731, 0.7807, -1.0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [5.5091, 1.6841]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

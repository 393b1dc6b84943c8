# %% Practice sheet, seed 464: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "464", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "464", "draw": 1, "parameters": {"x": [[0, 3, 3, 1, 3], [2, 3, 2, 2, 3], [2, 1, 2, 2, 0], [1, 1, 0, 0, 0], [2, 3, 3, 0, 0]], "w1": [[2, -1, 1], [-1, 0, -1], [0, 0, 0]], "w2": [[1, 0, -1], [1, 1, 0], [0, -1, 0]], "W": [[0, 1], [1, 0], [-1, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 1d7f605c4d82a3a1

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 3, 1, 3], [2, 3, 2, 2, 3], [2, 1, 2, 2, 0], [1, 1, 0, 0, 0], [2, 3, 3, 0, 0]])
w1 = np.array([[2, -1, 1], [-1, 0, -1], [0, 0, 0]])
w2 = np.array([[1, 0, -1], [1, 1, 0], [0, -1, 0]])
W = np.array([[0, 1], [1, 0], [-1, 2]])
y = 3
rate = 1/10

q1 = [[-4, -1, 3], [-1, 3, 3], [4, 1, 2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0, 3], [0, 3, 3], [4, 1, 2]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, 5, 2], [2, 4, 3], [-1, -3, 2]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 5, 2], [2, 4, 3], [0, 0, 2]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [5, 4, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.09, 0.665]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.408  # decimal (error at most 0.005) or expression
ds = [0.245, 0.09, -0.335]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.979, 1.224], [0.36, 0.45], [-1.339, -1.674]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.335, -0.67]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0.335, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, -0.67, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0.335, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, -0.67, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.67, 0.335, 0.67], [0.335, 0.335, 0], [0.67, 1.004, 1.004]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-2.009, -2.009, -0.67], [-2.009, -1.339, -1.339], [-0.67, -1.339, -1.339]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, -0.67, 0, 0.67, 0], [0, -0.67, -0.67, 0, 0], [0.67, -0.335, 1.004, 0, 0], [-0.335, 0, -0.335, 0, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.933, -1.033, 0.933], [-1.033, -0.033, -1], [-0.067, -0.1, -0.1]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.201, 0.201, -0.933], [1.201, 1.134, 0.134], [0.067, -0.866, 0.134]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [2.895, 8.013]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

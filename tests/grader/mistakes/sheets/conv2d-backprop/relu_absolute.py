# %% Practice sheet, seed 409: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "409", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "409", "draw": 1, "parameters": {"x": [[3, 1, 3, 3], [0, 1, 3, 0], [1, 3, 1, 1], [0, 0, 0, 1]], "w1": [[1, -1, -1], [-1, 0, 0], [0, 2, 0]], "w2": [[2, 0, -1], [1, -1, 0], [0, 0, -1]], "W": [[2, -1], [1, 1], [0, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 8b36ebfa1ac8bbdb

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 1, 3, 3], [0, 1, 3, 0], [1, 3, 1, 1], [0, 0, 0, 1]])
w1 = np.array([[1, -1, -1], [-1, 0, 0], [0, 2, 0]])
w2 = np.array([[2, 0, -1], [1, -1, 0], [0, 0, -1]])
W = np.array([[2, -1], [1, 1], [0, 2]])
y = 2
rate = 1/10

q1 = [[5, -4], [-5, -5]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[5, 4], [5, 5]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, -4], [-5, 3]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 4], [5, 3]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [5, 10, 10]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.0034, 0.4983, 0.4983]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.6965  # decimal (error at most 0.005) or expression
ds = [0.0034, -0.5017, 0.4983]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.0168, 0.0168], [-2.5084, -2.5084], [2.4916, 2.4916]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.495, 0.4916]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[-0.495, 0], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0.4916, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[-0.495, 0], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [-0.4916, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.4849, -0.495, -1.4849], [0, -0.495, -1.4849], [-0.495, -1.4849, -0.495]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, -0.4916, -1.4748], [-0.4916, -1.4748, -0.4916], [0, 0, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[-0.495, 0.495, 0.495, 0], [-0.4882, 0, 0.4916, 0], [-0.4916, -0.4983, 0, 0], [0, 0, 0.4916, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.1485, -0.9505, -0.8515], [-1, 0.0495, 0.1485], [0.0495, 2.1485, 0.0495]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[2, 0.0492, -0.8525], [1.0492, -0.8525, 0.0492], [0, 0, -1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.9799, 3.9676]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 516: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "516", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "516", "draw": 1, "parameters": {"x": [[3, 2, 2, 3], [2, 3, 1, 3], [0, 2, 3, 0], [2, 0, 3, 1]], "w1": [[2, 0, 0], [-1, 1, -1], [-1, 0, 0]], "w2": [[0, -1, 1], [2, -1, 0], [0, 0, 1]], "W": [[0, 1], [1, 0], [-1, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: a3aa8308992bfa72

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 2, 2, 3], [2, 3, 1, 3], [0, 2, 3, 0], [2, 0, 3, 1]])
w1 = np.array([[2, 0, 0], [-1, 1, -1], [-1, 0, 0]])
w2 = np.array([[0, -1, 1], [2, -1, 0], [0, 0, 1]])
W = np.array([[0, 1], [1, 0], [-1, 2]])
y = 2
rate = 1/10

q1 = [[6, -3], [1, 7]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[6, 0], [1, 7]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[4, 6], [-1, 4]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[4, 6], [0, 4]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 7, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.665, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.408  # decimal (error at most 0.005) or expression
ds = [0.245, -0.335, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.713, 1.468], [-2.343, -2.009], [0.63, 0.54]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.425, 0.425]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, -0.425]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0.425], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, -0.425]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0.425], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1, 0, -1], [0, -1, 0], [0, -1, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, 0, 1], [1, 0, 1], [0, 1, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[2.1, 0, 0.1], [-1, 1.1, -1], [-1, 0.1, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0, -1, 0.9], [1.9, -1, -0.1], [0, -0.1, 1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [8.2, 4.8]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

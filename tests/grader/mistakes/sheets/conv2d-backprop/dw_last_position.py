# %% Practice sheet, seed 500: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "500", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "500", "draw": 1, "parameters": {"x": [[2, 1, 2, 3, 3], [0, 3, 2, 3, 3], [1, 2, 0, 3, 2], [1, 2, 3, 1, 2], [1, 0, 3, 3, 2]], "w1": [[2, 0, 1], [-1, 0, 1], [0, -1, 0]], "w2": [[0, 1, 0], [0, 1, 0], [-1, -1, 2]], "W": [[1, 1], [2, 0], [0, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 1979681173c5023e

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 1, 2, 3, 3], [0, 3, 2, 3, 3], [1, 2, 0, 3, 2], [1, 2, 3, 1, 2], [1, 0, 3, 3, 2]])
w1 = np.array([[2, 0, 1], [-1, 0, 1], [0, -1, 0]])
w2 = np.array([[0, 1, 0], [0, 1, 0], [-1, -1, 2]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 3
rate = 1/10

q1 = [[6, 5, 5], [-1, 7, 8], [4, 3, -2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[6, 5, 5], [0, 7, 8], [4, 3, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, 8, 7], [8, -1, 6], [9, 6, 2]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 8, 7], [8, 0, 6], [9, 6, 2]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 9]  # vector of length 2, exact, such as 3 or "1/2"
s = [17, 16, 18]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.09, 0.665]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.408  # decimal (error at most 0.005) or expression
ds = [0.245, 0.09, -0.335]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.958, 2.203], [0.72, 0.81], [-2.678, -3.013]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.425, -0.425]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0.425], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [-0.425, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0.425], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [-0.425, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0.85, 0, 0.425], [0, -0.425, -0.425, 0, 0.425], [0, -0.425, 0, -0.425, 0], [0.425, 0.425, -0.85, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[2, 0, 1], [-1, 0, 1], [0, -1, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0, 1, 0], [0, 1, 0], [-1, -1, 2]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [8, 9]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

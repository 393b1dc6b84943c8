# %% Practice sheet, seed 476: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "476", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "476", "draw": 1, "parameters": {"x": [[2, 3, 2, 0, 1], [2, 3, 0, 2, 1], [0, 0, 2, 3, 1], [1, 3, 3, 3, 1], [2, 0, 0, 3, 1]], "w1": [[0, -1, -1], [2, 0, 2], [0, 1, 0]], "w2": [[1, 0, 1], [-1, -1, 2], [0, 0, 0]], "W": [[-1, 2], [0, 1], [1, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 3afbec60d09aca17

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 3, 2, 0, 1], [2, 3, 0, 2, 1], [0, 0, 2, 3, 1], [1, 3, 3, 3, 1], [2, 0, 0, 3, 1]])
w1 = np.array([[0, -1, -1], [2, 0, 2], [0, 1, 0]])
w2 = np.array([[1, 0, 1], [-1, -1, 2], [0, 0, 0]])
W = np.array([[-1, 2], [0, 1], [1, 0]])
y = 2
rate = 1/10

q1 = [[-1, 10, 4], [4, 7, 6], [6, 7, 7]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 10, 4], [4, 7, 6], [6, 7, 7]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-1, 4, 3], [6, 9, -2], [4, 3, -1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 4, 3], [6, 9, 0], [4, 3, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [10, 9]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 9, 10]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.09, 0.245, 0.665]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.408  # decimal (error at most 0.005) or expression
ds = [0.09, -0.755, 0.665]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.9, 0.81], [-7.553, -6.797], [6.652, 5.987]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.575, -0.575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 5.752, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, -5.177, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 5.752, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, -5.177, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[17.256, 11.504, 0], [17.256, 0, 11.504], [0, 11.504, 17.256]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-15.531, 0, -10.354], [0, -10.354, -15.531], [-15.531, -15.531, -15.531]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, -5.752, -5.752, 0], [0, 6.327, 0, 6.327, 0], [0, 5.177, 10.929, -10.354, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1.726, -2.15, -1], [0.274, 0, 0.85], [0, -0.15, -1.726]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[2.553, 0, 2.035], [-1, 0.035, 3.553], [1.553, 1.553, 1.553]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.823, 36.438]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

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
h = ["7/2", "7/2"]  # vector of length 2, exact, such as 3 or "1/2"
s = ["7/2", "7/2", "7/2"]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.33333, 0.33333, 0.33333]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.09861  # decimal (error at most 0.005) or expression
ds = [0.33333, -0.66667, 0.33333]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.16667, 1.16667], [-2.33333, -2.33333], [1.16667, 1.16667]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1, 1]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[-0.25, -0.25], [-0.25, -0.25]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.25, 0.25], [0.25, 0.25]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[-0.25, 0], [-0.25, -0.25]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.25, 0.25], [0, 0.25]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-2, -1.5, -1.5], [-1, -2, -1], [-0.5, -1.25, -1.75]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[2, 1.25, 2], [1.75, 1.75, 1], [0.5, 2, 1]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[-0.5, -0.25, 0, 0.25], [0.25, -0.5, -0.25, 0.25], [0.5, 0.5, 0, 0.5], [0.25, 0.25, 0, 0.25]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[2.2, 0.15, 0.15], [-0.9, 1.2, -0.9], [-0.95, 0.125, 0.175]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.2, -1.125, 0.8], [1.825, -1.175, -0.1], [-0.05, -0.2, 0.9]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [5.4375, 1.30625]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

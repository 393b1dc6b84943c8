# %% Practice sheet, seed 534: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "534", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "534", "draw": 1, "parameters": {"x": [[2, 3, 1, 1], [0, 1, 3, 2], [2, 0, 3, 1], [3, 3, 0, 2]], "w1": [[-1, 1, 1], [0, 0, -1], [0, 0, 1]], "w2": [[-1, 2, 0], [-1, -1, 1], [0, 0, 0]], "W": [[1, 1], [2, 0], [0, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: bec0168206110767

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 3, 1, 1], [0, 1, 3, 2], [2, 0, 3, 1], [3, 3, 0, 2]])
w1 = np.array([[-1, 1, 1], [0, 0, -1], [0, 0, 1]])
w2 = np.array([[-1, 2, 0], [-1, -1, 1], [0, 0, 0]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 3
rate = 1/10

q1 = np.array([[2, -2], [1, 5]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[2, 0], [1, 5]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[6, -3], [3, 3]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[6, 0], [3, 3]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = np.array([5, 6])  # vector of length 2, exact, such as 3 or "1/2"
s = np.array([11, 10, 12])  # vector of length 3, exact, such as 3 or "1/2"
p = np.array([0.244728, 0.090031, 0.665241])  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.407606  # decimal (error at most 0.005) or expression
ds = np.array([0.244728, 0.090031, -0.334759])  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[1.223642, 1.468371], [0.450153, 0.540183], [-1.673795, -2.008554]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = np.array([0.334759, -0.532826])  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0], [0, 0.334759]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[-0.532826, 0], [0, 0]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0], [0, 0.334759]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[-0.532826, 0], [0, 0]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[0.334759, 1.004277, 0.669518], [0, 1.004277, 0.334759], [1.004277, 0, 0.669518]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[-1.065653, -1.598479, -0.532826], [0, -0.532826, -1.598479], [-1.065653, 0, -1.598479]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0.532826, -1.065653, 0, 0], [0.532826, 0.198067, -0.198067, 0.334759], [0, 0, 0, -0.334759], [0, 0, 0, 0.334759]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[-1.033476, 0.899572, 0.933048], [0, -0.100428, -1.033476], [-0.100428, 0, 0.933048]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[-0.893435, 2.159848, 0.053283], [-1, -0.946717, 1.159848], [0.106565, 0, 0.159848]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = np.array([3.761392, 7.971457])  # h′: vector of length 2, decimals (error at most 0.005) or expressions

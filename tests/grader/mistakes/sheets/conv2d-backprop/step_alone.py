# %% Practice sheet, seed 58: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "58", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "58", "draw": 1, "parameters": {"x": [[0, 3, 2, 0, 2], [3, 2, 1, 1, 2], [2, 2, 2, 3, 1], [1, 1, 0, 1, 0], [2, 0, 2, 0, 0]], "w1": [[1, 0, -1], [0, 2, -1], [2, 0, 0]], "w2": [[-1, 0, 1], [2, 0, 2], [0, -1, 0]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 231dc9e950db4b82

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 2, 0, 2], [3, 2, 1, 1, 2], [2, 2, 2, 3, 1], [1, 1, 0, 1, 0], [2, 0, 2, 0, 0]])
w1 = np.array([[1, 0, -1], [0, 2, -1], [2, 0, 0]])
w2 = np.array([[-1, 0, 1], [2, 0, 2], [0, -1, 0]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 2
rate = 1/10

q1 = [[5, 8, 4], [6, 4, 4], [6, -2, 7]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[5, 8, 4], [6, 4, 4], [6, 0, 7]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[8, 1, 3], [5, 9, 6], [2, 3, -1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[8, 1, 3], [5, 9, 6], [2, 3, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 9]  # vector of length 2, exact, such as 3 or "1/2"
s = [9, 10, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.3348, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.9578, 2.2026], [-2.6781, -3.0128], [0.7202, 0.8103]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.4248, -0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.4248, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0, 0.0], [0.0, -0.4248, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.4248, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0, 0.0], [0.0, -0.4248, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[1.2744, 0.8496, 0.0], [0.8496, 0.4248, 0.4248], [0.8496, 0.8496, 1.2744]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.8496, -0.4248, -0.4248], [-0.8496, -0.8496, -1.2744], [-0.4248, 0.0, -0.4248]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.4248, 0.0, -0.4248, 0.0], [0.0, 0.4248, 0.8496, -0.8496, 0.0], [0.0, 0.0, 0.0, -0.8496, 0.0], [0.0, 0.0, 0.4248, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = -rate * np.array(dw1)  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = -rate * np.array(dw2)  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.0, 1.062]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 2567: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2567", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "2567", "draw": 1, "parameters": {"x": [[0, 2, 1, 3, 2], [0, 1, 2, 0, 0], [3, 1, 1, 1, 0], [0, 1, 1, 3, 2], [3, 2, 0, 0, 1]], "w1": [[1, 1, 2], [0, 0, 2], [0, -1, 0]], "w2": [[2, 0, 0], [-1, 1, -1], [1, 0, 0]], "W": [[1, 0], [0, 1], [2, -1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 9ebfa169a2b966fd

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 1, 3, 2], [0, 1, 2, 0, 0], [3, 1, 1, 1, 0], [0, 1, 1, 3, 2], [3, 2, 0, 0, 1]])
w1 = np.array([[1, 1, 2], [0, 0, 2], [0, -1, 0]])
w2 = np.array([[2, 0, 0], [-1, 1, -1], [1, 0, 0]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 2
rate = 1/10

q1 = [[7, 8, 7], [6, 4, -1], [6, 10, 6]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[7, 8, 7], [6, 4, 0], [6, 10, 6]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 6, 1], [-3, 2, 5], [9, 1, 2]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 6, 1], [0, 2, 5], [9, 1, 2]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [10, 9]  # vector of length 2, exact, such as 3 or "1/2"
s = [10, 9, 11]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, 0.09, -0.3348]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[2.4473, 2.2026], [0.9003, 0.8103], [-3.3476, -3.0128]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.4248, 0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0, -0.4248, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0.4248, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0, -0.4248, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0.4248, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.4248, -0.4248, -0.4248], [-0.4248, -0.4248, -1.2744], [-0.8496, 0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[1.2744, 0.4248, 0.4248], [0, 0.4248, 0.4248], [1.2744, 0.8496, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0.8496, -0.4248, -0.4248, -0.8496, 0], [-0.4248, 0.4248, -0.4248, -0.8496, 0], [0.4248, 0, 0.4248, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.0425, 1.0425, 2.0425], [0.0425, 0.0425, 2.1274], [0.085, -1, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.8726, -0.0425, -0.0425], [-1, 0.9575, -1.0425], [0.8726, -0.085, 0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [10.7646, 7.8955]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

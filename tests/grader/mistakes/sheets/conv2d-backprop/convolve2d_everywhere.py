# %% Practice sheet, seed 401: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "401", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "401", "draw": 1, "parameters": {"x": [[0, 0, 2, 1], [0, 2, 0, 3], [1, 2, 0, 3], [0, 3, 3, 0]], "w1": [[2, -1, 0], [-1, 2, 0], [0, 1, 0]], "w2": [[-1, 1, 0], [-1, 0, 0], [0, 1, 1]], "W": [[2, -1], [1, 0], [0, 1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: e7fcfa0066f4bb02

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 2, 1], [0, 2, 0, 3], [1, 2, 0, 3], [0, 3, 3, 0]])
w1 = np.array([[2, -1, 0], [-1, 2, 0], [0, 1, 0]])
w2 = np.array([[-1, 1, 0], [-1, 0, 0], [0, 1, 1]])
W = np.array([[2, -1], [1, 0], [0, 1]])
y = 3
rate = 1/10

q1 = [[2, 5], [9, -6]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[2, 5], [9, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, -4], [2, 2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 0], [2, 2]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [9, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [16, 9, 2]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.9991, 0.0009, 0]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 14.0009  # decimal (error at most 0.005) or expression
ds = [0.9991, 0.0009, -1]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[8.9918, 1.9982], [0.0082, 0.0018], [-9, -2]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.9991, -1.9991]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [1.9991, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-1.9991, 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [1.9991, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-1.9991, 0], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[5.9973, 5.9973, 0], [0, 3.9982, 1.9991], [0, 3.9982, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, -3.9982, -1.9991], [0, -3.9982, 0], [-3.9982, 0, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[-1.9991, -1.9991, 0, 0], [0, 1.9991, 1.9991, 0], [0, 1.9991, 0, 0], [0, -1.9991, 3.9982, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.4003, -1.5997, 0], [-1, 1.6002, -0.1999], [0, 0.6002, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1, 1.3998, 0.1999], [-1, 0.3998, 0], [0.3998, 1, 1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.6025, 4.9986]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 456: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "456", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "456", "draw": 1, "parameters": {"x": [[0, 1, 1, 2, 1], [2, 0, 3, 0, 1], [2, 0, 0, 1, 3], [2, 2, 1, 2, 2], [2, 1, 1, 1, 1]], "w1": [[0, -1, 2], [0, 1, 0], [0, 2, -1]], "w2": [[2, 0, 1], [-1, 0, 0], [-1, 1, 0]], "W": [[-1, 2], [0, 1], [1, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: be6665f09e0ce9e5

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 1, 1, 2, 1], [2, 0, 3, 0, 1], [2, 0, 0, 1, 3], [2, 2, 1, 2, 2], [2, 1, 1, 1, 1]])
w1 = np.array([[0, -1, 2], [0, 1, 0], [0, 2, -1]])
w2 = np.array([[2, 0, 1], [-1, 0, 0], [-1, 1, 0]])
W = np.array([[-1, 2], [0, 1], [1, 0]])
y = 2
rate = 1/10

q1 = [[1, 5, -1], [9, -3, 5], [3, 4, 8]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 5, 0], [9, 0, 5], [3, 4, 8]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-3, 4, 1], [5, -1, 8], [1, -1, 2]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 4, 1], [5, 0, 8], [1, 0, 2]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [9, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 8, 9]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.09, 0.2447, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.4076  # decimal (error at most 0.005) or expression
ds = [7, 7, 9]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[63, 56], [63, 56], [81, 72]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [2, 21]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [2, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 21], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [2, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 21], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[4, 0, 6], [4, 0, 0], [4, 4, 2]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[63, 0, 21], [0, 21, 63], [21, 42, 42]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, -2, 46, 0, 21], [0, 2, -21, 0, 0], [0, 4, -23, 21, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.4, -1, 1.4], [-0.4, 1, 0], [-0.4, 1.6, -1.2]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-4.3, 0, -1.1], [-1, -2.1, -6.3], [-3.1, -3.2, -4.2]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.8, 0]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

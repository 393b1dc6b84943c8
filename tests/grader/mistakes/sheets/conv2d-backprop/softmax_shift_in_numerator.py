# %% Practice sheet, seed 428: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "428", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "428", "draw": 1, "parameters": {"x": [[2, 2, 0, 0], [1, 2, 3, 0], [2, 0, 0, 2], [2, 2, 2, 1]], "w1": [[-1, -1, 0], [2, 0, 1], [0, 0, 2]], "w2": [[2, -1, 1], [0, 1, -1], [0, 0, 0]], "W": [[1, 1], [0, 2], [2, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 865469c13a633082

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 2, 0, 0], [1, 2, 3, 0], [2, 0, 0, 2], [2, 2, 2, 1]])
w1 = np.array([[-1, -1, 0], [2, 0, 1], [0, 0, 2]])
w2 = np.array([[2, -1, 1], [0, 1, -1], [0, 0, 0]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 1
rate = 1/10

q1 = [[1, 6], [5, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 6], [5, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, 7], [3, -1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 7], [3, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [6, 7]  # vector of length 2, exact, such as 3 or "1/2"
s = [13, 14, 12]  # vector of length 3, exact, such as 3 or "1/2"
p = [0, 0, 0]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 15.408  # decimal (error at most 0.005) or expression
ds = [-1, 0, 0]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-6, -7], [0, 0], [0, 0]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1, -1]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, -1], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, -1], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, -1], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, -1], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-2, 0, 0], [-2, -3, 0], [0, 0, -2]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-2, 0, 0], [-2, -3, 0], [0, 0, -2]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, -1, 2, -1], [0, -2, -1, 0], [0, 0, 0, -2], [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.8, -1, 0], [2.2, 0.3, 1], [0, 0, 2.2]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[2.2, -1, 1], [0.2, 1.3, -1], [0, 0, 0.2]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [8.1, 9.1]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 504: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "504", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "504", "draw": 1, "parameters": {"x": [[0, 2, 0, 3, 2], [2, 0, 3, 1, 3], [1, 2, 2, 0, 2], [3, 2, 1, 3, 2], [3, 3, 0, 1, 2]], "w1": [[0, -1, 0], [0, 1, 1], [0, 1, -1]], "w2": [[0, 1, 0], [-1, 1, 0], [-1, 2, 0]], "W": [[1, 1], [2, 0], [0, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 0b70743a99ab866a

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 0, 3, 2], [2, 0, 3, 1, 3], [1, 2, 2, 0, 2], [3, 2, 1, 3, 2], [3, 3, 0, 1, 2]])
w1 = np.array([[0, -1, 0], [0, 1, 1], [0, 1, -1]])
w2 = np.array([[0, 1, 0], [-1, 1, 0], [-1, 2, 0]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 2
rate = 1/10

q1 = [[1, 6, -1], [5, -3, 2], [4, 1, 4]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 6, 0], [5, 0, 2], [4, 1, 4]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[3, 5, -1], [2, 3, 4], [4, -2, 4]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[3, 5, 0], [2, 3, 4], [4, 0, 4]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [6, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [11, 12, 10]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.665, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.408  # decimal (error at most 0.005) or expression
ds = [0.245, -0.335, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.468, 1.224], [-2.009, -1.674], [0.54, 0.45]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.425, 0.425]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, -0.425, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0.425, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, -0.425, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0.425, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.85, 0, -1.274], [0, -1.274, -0.425], [-0.85, -0.85, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.85, 0, 1.274], [0, 1.274, 0.425], [0.85, 0.85, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, -0.425, -0.425, 0, 0], [0, 0.425, 0, 0.85, 0], [0, 0.425, -0.425, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.085, -1, 0.127], [0, 1.127, 1.042], [0.085, 1.085, -1]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.085, 1, -0.127], [-1, 0.873, -0.042], [-1.085, 1.915, 0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [7.317, 3.683]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

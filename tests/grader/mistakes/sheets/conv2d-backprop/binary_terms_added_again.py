# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "101", "draw": 1, "parameters": {"x": [[0, 2, 1, 1], [1, 0, 2, 0], [2, 3, 0, 1], [2, 0, 1, 1]], "w1": [[0, 0, 0], [0, 1, 0], [0, -1, 0]], "w2": [[0, 0, 0], [1, 0, 0], [0, 0, -1]], "W": [[1, 0], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 0bf178e8e4936299

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 1, 1], [1, 0, 2, 0], [2, 3, 0, 1], [2, 0, 1, 1]])
w1 = np.array([[0, 0, 0], [0, 1, 0], [0, -1, 0]])
w2 = np.array([[0, 0, 0], [1, 0, 0], [0, 0, -1]])
W = np.array([[1, 0], [0, 1]])
y = 2
rate = 1/10

q1 = [[-3, 2], [3, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 2], [3, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, -1], [1, 2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 0], [1, 2]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.7311, 0.2689]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 2.6265  # decimal (error at most 0.005) or expression
ds = [0.7311, -0.7311]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[2.1932, 1.4621], [-2.1932, -1.4621]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.7311, -0.7311]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0], [0.7311, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0], [0.0, -0.7311]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0], [0.7311, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0], [0.0, -0.7311]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.7311, 0.0, 1.4621], [1.4621, 2.1932, 0.0], [1.4621, 0.0, 0.7311]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, -1.4621, 0.0], [-2.1932, 0.0, -0.7311], [0.0, -0.7311, -0.7311]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0], [0.0, -0.7311, 0.0, 0.7311]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.0731, 0.0, -0.1462], [-0.1462, 0.7807, 0.0], [-0.1462, -1.0, -0.0731]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, 0.1462, 0.0], [1.2193, 0.0, 0.0731], [0.0, 0.0731, -0.9269]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1.3186, 3.1697]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

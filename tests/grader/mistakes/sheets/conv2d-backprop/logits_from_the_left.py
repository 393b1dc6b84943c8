# %% Practice sheet, seed 2518: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2518", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "2518", "draw": 1, "parameters": {"x": [[3, 2, 0, 2], [1, 3, 3, 0], [1, 1, 0, 1], [0, 2, 0, 1]], "w1": [[0, 0, 1], [-1, 0, 0], [0, 0, 0]], "w2": [[0, 1, 0], [0, 0, 0], [0, 0, -1]], "W": [[1, 0], [2, -1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: e3c434a2828181d5

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 2, 0, 2], [1, 3, 3, 0], [1, 1, 0, 1], [0, 2, 0, 1]])
w1 = np.array([[0, 0, 1], [-1, 0, 0], [0, 0, 0]])
w2 = np.array([[0, 1, 0], [0, 0, 0], [0, 0, -1]])
W = np.array([[1, 0], [2, -1]])
y = 2
rate = 1/10

q1 = [[-1, -1], [2, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0], [2, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, -1], [3, 2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 0], [3, 2]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, -3]  # vector of length 2, exact, such as 3 or "1/2"
p = [1.0, 0.0]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 11.0  # decimal (error at most 0.005) or expression
ds = [1.0, -1.0]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[2.0, -2.0], [2.9999, -2.9999]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.0, 2.9999]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [1.0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [2.9999, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [1.0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [2.9999, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[1.0, 2.9999, 2.9999], [1.0, 1.0, 0], [0, 2.0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[2.9999, 8.9998, 8.9998], [2.9999, 2.9999, 0], [0, 5.9999, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [0, 2.9999, 1.0, 0], [-1.0, 0, 0, 0], [0, 0, -2.9999, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.1, -0.3, 0.7], [-1.1, -0.1, 0], [0, -0.2, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.3, 0.1, -0.9], [-0.3, -0.3, 0], [0, -0.6, -1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0, 0]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

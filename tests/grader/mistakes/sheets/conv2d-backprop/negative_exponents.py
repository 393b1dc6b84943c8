# %% Practice sheet, seed 432: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "432", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "432", "draw": 1, "parameters": {"x": [[3, 3, 0, 2], [2, 0, 1, 1], [2, 0, 0, 0], [0, 2, 1, 0]], "w1": [[0, 0, -1], [1, 0, 0], [0, 0, 0]], "w2": [[1, 0, -1], [0, 0, 0], [0, 0, 0]], "W": [[1, 0], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 88dd04edc8ee33f2

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 0, 2], [2, 0, 1, 1], [2, 0, 0, 0], [0, 2, 1, 0]])
w1 = np.array([[0, 0, -1], [1, 0, 0], [0, 0, 0]])
w2 = np.array([[1, 0, -1], [0, 0, 0], [0, 0, 0]])
W = np.array([[1, 0], [0, 1]])
y = 2
rate = 1/10

q1 = [[2, -2], [1, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[2, 0], [1, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[3, 1], [1, -1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[3, 1], [1, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.731, 0.269]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 1.313  # decimal (error at most 0.005) or expression
ds = [0.731, -0.731]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[1.462, 2.193], [-1.462, -2.193]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.731, -0.731]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.731, 0], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.731, 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.731, 0], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.731, 0], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[2.193, 2.193, 0], [1.462, 0, 0.731], [1.462, 0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-2.193, -2.193, 0], [-1.462, 0, -0.731], [-1.462, 0, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[-0.731, 0, 0, 0], [0.731, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.219, -0.219, -1], [0.854, 0, -0.073], [-0.146, 0, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.219, 0.219, -1], [0.146, 0, 0.073], [0.146, 0, 0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.269, 4.974]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

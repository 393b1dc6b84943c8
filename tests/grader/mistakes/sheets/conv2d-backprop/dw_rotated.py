# %% Practice sheet, seed 492: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "492", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "492", "draw": 1, "parameters": {"x": [[1, 2, 2, 1], [2, 2, 3, 1], [1, 3, 0, 1], [3, 1, 0, 2]], "w1": [[1, -1, 2], [0, -1, 0], [0, -1, 0]], "w2": [[0, 0, 1], [1, -1, -1], [0, 1, 0]], "W": [[0, 1], [1, 0], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: e0ddd99a21d78c4c

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 2, 2, 1], [2, 2, 3, 1], [1, 3, 0, 1], [3, 1, 0, 2]])
w1 = np.array([[1, -1, 2], [0, -1, 0], [0, -1, 0]])
w2 = np.array([[0, 0, 1], [1, -1, -1], [0, 1, 0]])
W = np.array([[0, 1], [1, 0], [2, 0]])
y = 3
rate = 1/10

q1 = [[-2, -1], [2, 1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0], [2, 1]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, -1], [2, 3]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 0], [2, 3]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 2, 4]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.09, 0.665]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.408  # decimal (error at most 0.005) or expression
ds = [0.245, 0.09, -0.335]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.489, 0.734], [0.18, 0.27], [-0.67, -1.004]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.579, 0.245]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [-0.579, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, 0.245]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [-0.579, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, 0.245]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, -0.579, -1.738], [0, -1.738, -0.579], [-1.738, -1.159, -1.159]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.489, 0, 0.245], [0.245, 0, 0.734], [0.245, 0.734, 0.489]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [-0.579, 0.579, -1.159, 0.245], [0, 0.824, -0.245, -0.245], [0, 0.579, 0.245, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1, -0.942, 2.174], [0, -0.826, 0.058], [0.174, -0.884, 0.116]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.049, 0, 0.976], [0.976, -1, -1.073], [-0.024, 0.927, -0.049]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.796, 2.608]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

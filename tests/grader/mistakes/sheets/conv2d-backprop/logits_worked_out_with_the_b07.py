# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "3", "draw": 1, "parameters": {"x": [[0, 0, 2, 0], [2, 2, 3, 1], [3, 0, 1, 0], [0, 0, 3, 1]], "w1": [[0, 0, 1], [0, 0, -1], [0, 0, 0]], "w2": [[0, -1, 0], [0, 0, 1], [0, 0, 0]], "W": [[0, 1], [-1, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 4f1c11135b494dc1

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 2, 0], [2, 2, 3, 1], [3, 0, 1, 0], [0, 0, 3, 1]])
w1 = np.array([[0, 0, 1], [0, 0, -1], [0, 0, 0]])
w2 = np.array([[0, -1, 0], [0, 0, 1], [0, 0, 0]])
W = np.array([[0, 1], [-1, 2]])
y = 1
rate = 1/10

q1 = [[-1, -1], [2, 1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0], [2, 1]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[3, -1], [-1, -3]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[3, 0], [0, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [-3, 8]  # vector of length 2, exact, such as 3 or "1/2"
p = [2e-05, 0.99998]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 11.00002  # decimal (error at most 0.005) or expression
ds = [-0.99998, 0.99998]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[-1.99997, -2.99995], [1.99997, 2.99995]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.99998, 0.99998]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [-0.99998, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.99998, 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [-0.99998, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.99998, 0], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.99997, -1.99997, -2.99995], [-2.99995, 0.0, -0.99998], [0.0, 0.0, -2.99995]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, 0.0, 1.99997], [1.99997, 1.99997, 2.99995], [2.99995, 0.0, 0.99998]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, -0.99998, 0.0, 0], [0.0, 0.0, -0.0, 0], [0.0, 0.0, 0.99998, 0], [0.0, 0.0, 0.0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.2, 0.2, 1.29999], [0.29999, 0.0, -0.9], [0.0, 0.0, 0.29999]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, -1.0, -0.2], [-0.2, -0.2, 0.70001], [-0.29999, 0.0, -0.1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [5.59994, 0]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

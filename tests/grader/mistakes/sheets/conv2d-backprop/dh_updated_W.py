# %% Practice sheet, seed 467: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "467", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "467", "draw": 1, "parameters": {"x": [[2, 1, 2, 0, 0], [3, 3, 3, 3, 0], [0, 1, 0, 1, 1], [3, 2, 0, 0, 2], [0, 3, 2, 0, 1]], "w1": [[1, 0, -1], [-1, -1, 0], [0, 0, 2]], "w2": [[1, 0, 1], [-1, -1, 0], [0, -1, 0]], "W": [[1, 1], [2, 0], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 9073a7e6a54b31e6

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 1, 2, 0, 0], [3, 3, 3, 3, 0], [0, 1, 0, 1, 1], [3, 2, 0, 0, 2], [0, 3, 2, 0, 1]])
w1 = np.array([[1, 0, -1], [-1, -1, 0], [0, 0, 2]])
w2 = np.array([[1, 0, 1], [-1, -1, 0], [0, -1, 0]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 1
rate = 1/10

q1 = np.array([[-6, -3, -2], [-1, -1, 6], [-1, -2, 1]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[0, 0, 0], [0, 0, 6], [0, 0, 1]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[-3, -5, -5], [3, 5, 2], [-8, -2, 1]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[0, 0, 0], [3, 5, 2], [0, 0, 1]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [6, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [11, 12, 10]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.66524, 0.09003]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.40761  # decimal (error at most 0.005) or expression
ds = [-0.75527, 0.66524, 0.09003]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[-4.53163, -3.77636], [3.99145, 3.3262], [0.54018, 0.45015]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.03744, -1.08575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0, 0], [0, 0, -0.03744], [0, 0, 0]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0, 0], [0, -1.08575, 0], [0, 0, 0]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0, 0], [0, 0, -0.03744], [0, 0, 0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0, 0], [0, -1.08575, 0], [0, 0, 0]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-0.11232, -0.11232, 0], [0, -0.03744, -0.03744], [0, 0, -0.07488]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[-3.25726, -3.25726, -3.25726], [-1.08575, 0, -1.08575], [-2.17151, 0, 0]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0, 0, 0], [0, -1.08575, -0.03744, -1.08575, 0.03744], [0, 1.08575, 1.12319, 0.03744, 0], [0, 0, 1.08575, 0, -0.07488], [0, 0, 0, 0, 0]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[1.01123, 0.01123, -1], [-1, -0.99626, 0.00374], [0, 0, 2.00749]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[1.32573, 0.32573, 1.32573], [-0.89142, -1, 0.10858], [0.21715, -1, 0]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.08986, 8.58299]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

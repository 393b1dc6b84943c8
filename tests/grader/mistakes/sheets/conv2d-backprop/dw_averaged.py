# %% Practice sheet, seed 499: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "499", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "499", "draw": 1, "parameters": {"x": [[2, 0, 3, 0], [2, 0, 0, 0], [1, 0, 3, 0], [1, 1, 3, 0]], "w1": [[0, -1, 1], [0, 2, 1], [2, 0, 0]], "w2": [[0, -1, 0], [0, 0, 2], [1, 2, -1]], "W": [[1, 1], [0, 2], [2, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 345585961ff930e9

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 0, 3, 0], [2, 0, 0, 0], [1, 0, 3, 0], [1, 1, 3, 0]])
w1 = np.array([[0, -1, 1], [0, 2, 1], [2, 0, 0]])
w2 = np.array([[0, -1, 0], [0, 0, 2], [1, 2, -1]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 2
rate = 1/10

q1 = np.array([[5, -3], [5, 8]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[5, 0], [5, 8]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[-2, 3], [6, 7]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[0, 3], [6, 7]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 7]  # vector of length 2, exact, such as 3 or "1/2"
s = [15, 14, 16]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, -0.90997, 0.66524]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[1.95783, 1.7131], [-7.27976, -6.36979], [5.32193, 4.65669]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.57521, -1.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0], [0, 1.57521]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0], [0, -1.57521]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0], [0, 1.57521]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0], [0, -1.57521]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[0, 0, 0], [0, 1.18141, 0], [0.3938, 1.18141, 0]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[0, 0, 0], [0, -1.18141, 0], [-0.3938, -1.18141, 0]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0, 0], [0, 0, 0, 1.57521], [0, 0, 3.15042, -1.57521], [0, 1.57521, -3.15042, 1.57521]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0, -1, 1], [0, 1.88186, 1], [1.96062, -0.11814, 0]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[0, -1, 0], [0, 0.11814, 2], [1.03938, 2.11814, -1]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [7.25178, 7.74822]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

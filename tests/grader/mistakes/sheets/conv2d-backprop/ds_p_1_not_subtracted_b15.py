# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "4", "draw": 1, "parameters": {"x": [[2, 3, 3, 2], [1, 1, 2, 2], [3, 0, 2, 1], [3, 3, 0, 0]], "w1": [[-1, 0, 0], [-1, 1, 0], [1, 0, 1]], "w2": [[-1, 0, 0], [1, -1, 0], [2, -1, 0]], "W": [[1, 0], [2, -1], [0, 1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: a9cac7511597c1e6

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 3, 3, 2], [1, 1, 2, 2], [3, 0, 2, 1], [3, 3, 0, 0]])
w1 = np.array([[-1, 0, 0], [-1, 1, 0], [1, 0, 1]])
w2 = np.array([[-1, 0, 0], [1, -1, 0], [2, -1, 0]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 3
rate = 1/10

q1 = [[3, -1], [-1, 4]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 0], [0, 4]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[4, -6], [5, 3]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[4, 0], [5, 3]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 3, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, 0.09003, 0.66524]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.97891, 1.22364], [0.36012, 0.45015], [2.66096, 3.3262]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.42479, 0.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, 0.42479]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0.57521, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, 0.42479]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0.57521, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.42479, 0.84958, 0.84958], [0.0, 0.84958, 0.42479], [1.27437, 0.0, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.57521, 0.57521, 1.15042], [1.72563, 0.0, 1.15042], [1.72563, 1.72563, 0.0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [-0.57521, -0.42479, 0.0, 0.0], [0.57521, -1.0, 0.42479, 0.0], [1.15042, -0.15042, 0.0, 0.42479]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1.04248, -0.08496, -0.08496], [-1.0, 0.91504, -0.04248], [0.87256, 0.0, 1.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1.05752, -0.05752, -0.11504], [0.82744, -1.0, -0.11504], [1.82744, -1.17256, 0.0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.02298, 2.87172]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

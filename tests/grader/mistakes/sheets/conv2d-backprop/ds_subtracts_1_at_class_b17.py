# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "1", "draw": 1, "parameters": {"x": [[0, 0, 0, 1], [0, 1, 0, 2], [0, 2, 3, 3], [2, 0, 1, 0]], "w1": [[2, 0, 2], [0, 0, 2], [1, -1, 0]], "w2": [[-1, 1, 0], [0, 0, 2], [2, 0, -1]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 35503b477ce0ccdb

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 0, 1], [0, 1, 0, 2], [0, 2, 3, 3], [2, 0, 1, 0]])
w1 = np.array([[2, 0, 2], [0, 0, 2], [1, -1, 0]])
w2 = np.array([[-1, 1, 0], [0, 0, 2], [2, 0, -1]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 1
rate = 1/10

q1 = [[-2, 5], [8, 11]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 5], [8, 11]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-3, 5], [10, 5]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 5], [10, 5]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [11, 10]  # vector of length 2, exact, such as 3 or "1/2"
s = [10, 9, 11]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, -0.90997, 0.66524]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[2.69201, 2.44728], [-10.00966, -9.09969], [7.31765, 6.65241]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.57521, -1.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, 1.57521]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [-1.57521, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, 1.57521]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [-1.57521, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[1.57521, 0.0, 3.15042], [3.15042, 4.72563, 4.72563], [0.0, 1.57521, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, -1.57521, 0.0], [0.0, -3.15042, -4.72563], [-3.15042, 0.0, -1.57521]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [1.57521, 1.57521, 0.0, 3.15042], [0.0, 0.0, -3.15042, 3.15042], [-3.15042, 1.57521, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.84248, 0.0, 1.68496], [-0.31504, -0.47256, 1.52744], [1.0, -1.15752, 0.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1.0, 1.15752, 0.0], [0.0, 0.31504, 2.47256], [2.31504, 0.0, -0.84248]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.58941, 12.9929]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "2", "draw": 1, "parameters": {"x": [[3, 0, 1, 0], [0, 0, 1, 1], [2, 3, 3, 0], [0, 0, 0, 0]], "w1": [[0, 0, -1], [1, 1, 1], [0, 0, -1]], "w2": [[0, 0, 2], [-1, 0, -1], [2, 0, 1]], "W": [[0, 1], [1, 0], [-1, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 96e0e08046bb556e

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 0, 1, 0], [0, 0, 1, 1], [2, 3, 3, 0], [0, 0, 0, 0]])
w1 = np.array([[0, 0, -1], [1, 1, 1], [0, 0, -1]])
w2 = np.array([[0, 0, 2], [-1, 0, -1], [2, 0, 1]])
W = np.array([[0, 1], [1, 0], [-1, 2]])
y = 3
rate = 1/10

q1 = [[-3, 2], [7, 5]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 2], [7, 5]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[8, 5], [-3, -1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[8, 5], [0, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 7, 9]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, 0.09003, -0.33476]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.7131, 1.95783], [0.63021, 0.72024], [-2.34331, -2.67807]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.33476, -0.66952]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0.33476, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.66952, 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0.33476, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.66952, 0], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0, 0.0, 0.33476], [0.66952, 1.00428, 1.00428], [0.0, 0.0, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-2.00855, 0.0, -0.66952], [0.0, 0.0, -0.66952], [-1.33904, -2.00855, -2.00855]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, -1.33904, 0], [0.66952, 0.0, 0.33476, 0], [-1.00428, 0.33476, -0.33476, 0], [0.0, 0.0, -0.33476, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0, 0.0, -1.03348], [0.93305, 0.89957, 0.89957], [0.0, 0.0, -1.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.20086, 0.0, 2.06695], [-1.0, 0.0, -0.93305], [2.1339, 0.20086, 1.20086]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.23005, 10.20941]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 337: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "337", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "337", "draw": 1, "parameters": {"x": [[3, 3, 2, 3], [0, 2, 0, 0], [0, 1, 0, 3], [0, 3, 1, 1]], "w1": [[0, 1, 1], [1, 0, -1], [0, 1, 0]], "w2": [[0, 1, 2], [0, 1, 0], [0, -1, -1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 15c1548d275c8823

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 2, 3], [0, 2, 0, 0], [0, 1, 0, 3], [0, 3, 1, 1]])
w1 = np.array([[0, 1, 1], [1, 0, -1], [0, 1, 0]])
w2 = np.array([[0, 1, 2], [0, 1, 0], [0, -1, -1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 1
rate = 1/10

q1 = [[6, 7], [5, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[6, 7], [5, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[8, 5], [-1, -2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[8, 5], [0, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 6, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.4076  # decimal (error at most 0.005) or expression
ds = [-0.7553, 0.09, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-5.2869, -6.0422], [0.6302, 0.7202], [4.6567, 5.3219]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.5752, 0.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, -0.5752], [0.0, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.5752, 0.0], [0.0, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, -0.5752], [0.0, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.5752, 0.0], [0.0, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.7256, -1.1504, -1.7256], [-1.1504, 0.0, 0.0], [-0.5752, 0.0, -1.7256]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[1.7256, 1.7256, 1.1504], [0.0, 1.1504, 0.0], [0.0, 0.5752, 0.0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.5752, 0.5752, -0.5752], [0.0, 0.0, 0.0, 0.5752], [0.0, -0.5752, -1.1504, 0.0], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.1726, 1.115, 1.1726], [1.115, 0.0, -1.0], [0.0575, 1.0, 0.1726]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.1726, 1.1726, 2.115], [0.0, 1.115, 0.0], [0.0, -0.9425, -1.0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [9.0708, 9.5531]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "12", "draw": 1, "parameters": {"x": [[3, 0, 2, 1], [2, 2, 2, 1], [3, 3, 2, 1], [2, 0, 3, 2]], "w1": [[0, 1, -1], [2, 0, -1], [-1, 0, 0]], "w2": [[0, -1, 1], [-1, 0, 0], [1, 0, 1]], "W": [[0, 2], [1, 1], [2, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 66b47d1e44128832

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 0, 2, 1], [2, 2, 2, 1], [3, 3, 2, 1], [2, 0, 3, 2]])
w1 = np.array([[0, 1, -1], [2, 0, -1], [-1, 0, 0]])
w2 = np.array([[0, -1, 1], [-1, 0, 0], [1, 0, 1]])
W = np.array([[0, 2], [1, 1], [2, 0]])
y = 2
rate = 1/10

q1 = [[-3, 1], [2, 6]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 1], [2, 6]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[5, 1], [2, -2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[5, 1], [2, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [6, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [10, 11, 12]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.09, 0.2447, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.4076  # decimal (error at most 0.005) or expression
ds = [0.09, -0.7553, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.5402, 0.4502], [-4.5316, -3.7764], [3.9914, 3.3262]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.5752, -0.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0], [0.0, 0.5752]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.5752, 0.0], [0.0, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0], [0.0, 0.5752]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0], [0.0, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[1.1504, 1.1504, 0.5752], [1.7256, 1.1504, 0.5752], [0.0, 1.7256, 1.1504]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.7256, 0.0, -1.1504], [-1.1504, -1.1504, -1.1504], [-1.7256, -1.7256, -1.1504]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.5752, -0.5752, 0.0], [0.5752, 0.0, 0.5752, -0.5752], [-0.5752, 1.1504, -0.5752, -0.5752], [0.0, -0.5752, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.115, 0.885, -1.0575], [1.8274, -0.115, -1.0575], [-1.0, -0.1726, -0.115]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.1726, -1.0, 1.115], [-0.885, 0.115, 0.115], [1.1726, 0.1726, 1.115]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.9292, 7.7035]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

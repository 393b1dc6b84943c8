# %% Practice sheet, seed 522: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "522", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "522", "draw": 1, "parameters": {"x": [[0, 3, 2, 3], [3, 1, 0, 2], [0, 3, 2, 2], [3, 2, 2, 3]], "w1": [[1, 1, 0], [1, -1, 0], [0, 0, -1]], "w2": [[-1, 0, 0], [2, -1, 1], [0, 0, -1]], "W": [[1, 1], [2, 0], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 84336c0d98f2b35d

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 2, 3], [3, 1, 0, 2], [0, 3, 2, 2], [3, 2, 2, 3]])
w1 = np.array([[1, 1, 0], [1, -1, 0], [0, 0, -1]])
w2 = np.array([[-1, 0, 0], [2, -1, 1], [0, 0, -1]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 1
rate = 1/10

q1 = [[3, 4], [-1, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 4], [0, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[3, -1], [-6, 2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[3, 0], [0, 2]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 8, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.4076  # decimal (error at most 0.005) or expression
ds = [-0.7553, 0.6652, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-3.0211, -2.2658], [2.661, 1.9957], [0.3601, 0.2701]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.5752, -0.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0.5752], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.5752, 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0.5752], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.5752, 0], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[1.7256, 1.1504, 1.7256], [0.5752, 0, 1.1504], [1.7256, 1.1504, 1.1504]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, -1.7256, -1.1504], [-1.7256, -0.5752, 0], [0, -1.7256, -1.1504]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 1.7256, 1.1504, 0], [-3.4513, 1.1504, 0, 0], [0, 0, 1.1504, -1.1504], [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.8274, 0.885, -0.1726], [0.9425, -1, -0.115], [-0.1726, -0.115, -1.115]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1, 0.1726, 0.115], [2.1726, -0.9425, 1], [0, 0.1726, -0.885]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1.562, 5.0708]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

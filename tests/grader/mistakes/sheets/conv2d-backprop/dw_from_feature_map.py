# %% Practice sheet, seed 498: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "498", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "498", "draw": 1, "parameters": {"x": [[3, 2, 2, 1], [1, 1, 0, 3], [1, 0, 2, 1], [2, 3, 0, 3]], "w1": [[0, -1, 0], [0, 2, -1], [-1, 0, 1]], "w2": [[0, 0, 2], [-1, -1, 1], [-1, 0, 0]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 76faa06979cf04c4

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 2, 2, 1], [1, 1, 0, 3], [1, 0, 2, 1], [2, 3, 0, 3]])
w1 = np.array([[0, -1, 0], [0, 2, -1], [-1, 0, 1]])
w2 = np.array([[0, 0, 2], [-1, -1, 1], [-1, 0, 0]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 1
rate = 1/10

q1 = [[1, -4], [-5, 3]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 0], [0, 3]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, 4], [-1, 2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 4], [0, 2]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 5, 3]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.4076  # decimal (error at most 0.005) or expression
ds = [-0.7553, 0.6652, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-2.2658, -3.0211], [1.9957, 2.661], [0.2701, 0.3601]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.5752, 0.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, -0.5752]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0.5752], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, -0.5752]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0.5752], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.7256, -1.1504, -1.1504], [-0.5752, -0.5752, 0], [-0.5752, 0, -1.1504]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[1.7256, 1.1504, 1.1504], [0.5752, 0.5752, 0], [0.5752, 0, 1.1504]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 1.1504], [0, -0.5752, 0, 0.5752], [0, -0.5752, -1.1504, 0.5752], [0, 0.5752, 0, -0.5752]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.1726, -0.885, 0.115], [0.0575, 2.0575, -1], [-0.9425, 0, 1.115]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.1726, -0.115, 1.885], [-1.0575, -1.0575, 1], [-1.0575, 0, -0.115]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.1504, 3.1372]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

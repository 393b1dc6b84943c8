# %% Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "12", "draw": 1, "parameters": {"x": [[2, 1, 0, 2, 1], [3, 1, 0, 1, 0], [1, 1, 0, 3, 2], [0, 0, 3, 0, 3], [2, 1, 2, 0, 0]], "w1": [[1, 0, 0], [0, -1, -1], [0, 2, 1]], "w2": [[1, -1, 1], [0, 2, 0], [0, -1, 0]], "W": [[1, 1], [2, 0], [0, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 7b584aac559a697d

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 1, 0, 2, 1], [3, 1, 0, 1, 0], [1, 1, 0, 3, 2], [0, 0, 3, 0, 3], [2, 1, 2, 0, 0]])
w1 = np.array([[1, 0, 0], [0, -1, -1], [0, 2, 1]])
w2 = np.array([[1, -1, 1], [0, 2, 0], [0, -1, 0]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 2
rate = 1/10

q1 = [[3, 3, 7], [5, 4, -2], [2, 2, -3]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 3, 7], [5, 4, 0], [2, 2, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 3, -2], [4, -1, 5], [-1, 8, -1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 3, 0], [4, 0, 5], [0, 8, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [15, 14, 16]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.91, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.7131, 1.9578], [-6.3698, -7.2798], [4.6567, 5.3219]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1.5752, 1.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[-0.175, -0.175, -0.175], [-0.175, -0.175, -0.175], [-0.175, -0.175, -0.175]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.175, 0.175, 0.175], [0.175, 0.175, 0.175], [0.175, 0.175, 0.175]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[-0.175, -0.175, -0.175], [-0.175, -0.175, 0.0], [-0.175, -0.175, 0.0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.175, 0.175, 0.0], [0.175, 0.0, 0.175], [0.0, 0.175, 0.0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.5752, -0.8751, -1.2252], [-1.0501, -1.0501, -1.2252], [-0.8751, -1.7502, -1.7502]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[1.2252, 0.5251, 0.8751], [0.8751, 1.4002, 0.5251], [1.0501, 0.5251, 1.5752]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, -0.175, -0.175, 0.175, 0.0], [0.0, 0.175, 1.0501, 0.175, 0.35], [-0.175, 0.0, -0.5251, 0.175, -0.175], [0.0, -0.35, 0.175, -0.175, 0.0], [0.0, -0.35, -0.7001, -0.175, 0.0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.1575, 0.0875, 0.1225], [0.105, -0.895, -0.8775], [0.0875, 2.175, 1.175]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.8775, -1.0525, 0.9125], [-0.0875, 1.86, -0.0525], [-0.105, -1.0525, -0.1575]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [8.2777, 6.9849]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

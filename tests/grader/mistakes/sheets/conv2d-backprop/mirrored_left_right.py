# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "512", "draw": 1, "parameters": {"x": [[2, 0, 1, 2, 3], [1, 2, 1, 2, 0], [3, 0, 3, 3, 2], [2, 2, 0, 2, 2], [3, 3, 0, 3, 0]], "w1": [[0, 0, 0], [0, -1, 1], [-1, 1, 2]], "w2": [[-1, 2, -1], [0, 0, 0], [1, 0, 1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: a5a3187ab5ecb2dd

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 0, 1, 2, 3], [1, 2, 1, 2, 0], [3, 0, 3, 3, 2], [2, 2, 0, 2, 2], [3, 3, 0, 3, 0]])
w1 = np.array([[0, 0, 0], [0, -1, 1], [-1, 1, 2]])
w2 = np.array([[-1, 2, -1], [0, 0, 0], [1, 0, 1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 2
rate = 1/10

q1 = [[2, 1, 6], [9, -1, 0], [9, 5, 1]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[2, 1, 6], [9, 0, 0], [9, 5, 1]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[3, 3, 5], [4, 2, 5], [-3, 9, 1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[3, 3, 5], [4, 2, 5], [0, 9, 1]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [9, 9]  # vector of length 2, exact, such as 3 or "1/2"
s = [9, 9, 9]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.3333, 0.3333, 0.3333]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.0986  # decimal (error at most 0.005) or expression
ds = [0.3333, -0.6667, 0.3333]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[3, 3], [-6, -6], [3, 3]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1, 1]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [-1, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0, 1, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [-1, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0, 1, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1, -2, -1], [-3, 0, -3], [0, -2, -2]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[3, 3, 0], [2, 0, 2], [3, 0, 3]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [-1, 0, 2, -1, 0], [-2, -1, 1, 0, 0], [0, 1, 0, 1, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.1, 0.2, 0.1], [0.3, -1, 1.3], [-1, 1.2, 2.2]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1.3, 1.7, -1], [-0.2, 0, -0.2], [0.7, 0, 0.7]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [12.2, 4.6]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

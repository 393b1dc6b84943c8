# %% Practice sheet, seed 454: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "454", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "454", "draw": 1, "parameters": {"x": [[3, 3, 2, 2], [1, 3, 1, 2], [0, 2, 0, 0], [2, 2, 2, 0]], "w1": [[0, -1, 0], [2, -1, -1], [1, 0, 0]], "w2": [[1, 2, 0], [-1, 0, 0], [-1, -1, 0]], "W": [[0, 1], [1, 0], [-1, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 01d77be467d45de9

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 2, 2], [1, 3, 1, 2], [0, 2, 0, 0], [2, 2, 2, 0]])
w1 = np.array([[0, -1, 0], [2, -1, -1], [1, 0, 0]])
w2 = np.array([[1, 2, 0], [-1, 0, 0], [-1, -1, 0]])
W = np.array([[0, 1], [1, 0], [-1, 2]])
y = 3
rate = 1/10

q1 = [[-5, 3], [-3, 5]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 3], [0, 5]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[6, 2], [3, -1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[6, 2], [3, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 5, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.09, 0.665]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.408  # decimal (error at most 0.005) or expression
ds = [0.045, 0.007, -0.075]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.226, 0.271], [0.037, 0.044], [-0.373, -0.447]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.082, -0.104]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, 0.082]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.104, 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, 0.082]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.104, 0], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.246, 0.082, 0.164], [0.164, 0, 0], [0.164, 0.164, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.312, -0.312, -0.208], [-0.104, -0.312, -0.104], [0, -0.208, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[-0.104, -0.208, 0, 0], [0.104, 0, -0.082, 0], [0.104, 0.268, -0.082, -0.082], [0, 0.082, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.025, -1.008, -0.016], [1.984, -1, -1], [0.984, -0.016, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.031, 2.031, 0.021], [-0.99, 0.031, 0.01], [-1, -0.979, 0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.787, 6.384]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

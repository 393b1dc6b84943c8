# %% Practice sheet, seed 518: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "518", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "518", "draw": 1, "parameters": {"x": [[0, 3, 2, 0, 3], [3, 2, 3, 0, 1], [1, 3, 1, 1, 3], [1, 3, 1, 2, 2], [0, 2, 2, 3, 0]], "w1": [[1, 0, -1], [0, 0, 1], [-1, 0, -1]], "w2": [[0, 1, -1], [0, -1, -1], [0, 0, 2]], "W": [[-1, 1], [2, 0], [1, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: f8096264556ccc31

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 2, 0, 3], [3, 2, 3, 0, 1], [1, 3, 1, 1, 3], [1, 3, 1, 2, 2], [0, 2, 2, 3, 0]])
w1 = np.array([[1, 0, -1], [0, 0, 1], [-1, 0, -1]])
w2 = np.array([[0, 1, -1], [0, -1, -1], [0, 0, 2]])
W = np.array([[-1, 1], [2, 0], [1, 0]])
y = 3
rate = 1/10

q1 = [[-1, -1, -4], [-1, -2, 2], [-1, -1, -2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0, 0], [0, 0, 2], [0, 0, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, 1, 2], [-3, 5, -1], [2, 3, -6]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 1, 2], [0, 5, 0], [2, 3, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 4, 2]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2, 0.7, 0.1]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.3026  # decimal (error at most 0.005) or expression
ds = [0.2, 0.7, -0.9]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.4, 1], [1.4, 3.5], [-1.8, -4.5]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.3, 0.2]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0.3], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0.2, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0.3], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0.2, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.9, 0, 0.3], [0.3, 0.3, 0.9], [0.3, 0.6, 0.6]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.4, 0.6, 0], [0.6, 0.2, 0.2], [0.6, 0.2, 0.4]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0.5, -0.2, -0.3], [0, 0, -0.2, -0.2, 0.3], [0, 0, -0.3, 0.4, -0.3], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.91, 0, -1.03], [-0.03, -0.03, 0.91], [-1.03, -0.06, -1.06]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.04, 0.94, -1], [-0.06, -1.02, -1.02], [-0.06, -0.02, 1.96]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1.1, 4.24]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 419: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "419", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "419", "draw": 1, "parameters": {"x": [[3, 2, 1, 1], [3, 3, 3, 2], [2, 0, 1, 0], [3, 1, 2, 1]], "w1": [[0, -1, -1], [1, 0, 1], [0, -1, 0]], "w2": [[2, 0, -1], [-1, -1, 0], [0, 1, 0]], "W": [[2, 0], [-1, 2], [0, 1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 1eca03c58e56b68d

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 2, 1, 1], [3, 3, 3, 2], [2, 0, 1, 0], [3, 1, 2, 1]])
w1 = np.array([[0, -1, -1], [1, 0, 1], [0, -1, 0]])
w2 = np.array([[2, 0, -1], [-1, -1, 0], [0, 1, 0]])
W = np.array([[2, 0], [-1, 2], [0, 1]])
y = 3
rate = 1/10

q1 = [[3, 2], [-4, -7]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 2], [0, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-1, -2], [2, 5]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [2, 5]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [14, 3, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [1, 0, 0]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 9  # decimal (error at most 0.005) or expression
ds = [1, 0, -1]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[6.999, 4.999], [0, 0], [-6.999, -4.999]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [2, -1]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, -2]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, -1]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, -2]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, -1]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-5.999, -5.999, -3.999], [0, -2, 0], [-2, -3.999, -2]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-3, -3, -2], [0, -1, 0], [-1, -2, -1]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [0, -2, 2, 3], [0, -1, 1, -2], [0, 0, 1, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.6, -0.4, -0.6], [1, 0.2, 1], [0.2, -0.6, 0.2]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[2.3, 0.3, -0.8], [-1, -0.9, 0], [0.1, 1.2, 0.1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [7.599, 7.9]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

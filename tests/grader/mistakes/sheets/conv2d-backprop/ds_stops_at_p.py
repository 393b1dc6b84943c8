# %% Practice sheet, seed 450: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "450", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "450", "draw": 1, "parameters": {"x": [[3, 0, 1, 2], [2, 0, 0, 2], [2, 3, 0, 0], [1, 1, 2, 0]], "w1": [[0, 1, -1], [0, 1, 2], [0, -1, 0]], "w2": [[0, 0, 0], [1, -1, -1], [-1, 1, 0]], "W": [[1, 1], [2, 0], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 56902a2ff28e2361

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 0, 1, 2], [2, 0, 0, 2], [2, 3, 0, 0], [1, 1, 2, 0]])
w1 = np.array([[0, 1, -1], [0, 1, 2], [0, -1, 0]])
w2 = np.array([[0, 0, 0], [1, -1, -1], [-1, 1, 0]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 1
rate = 1/10

q1 = [[-4, 3], [2, -4]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 3], [2, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[3, -5], [-1, 4]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[3, 0], [0, 4]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 6, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.09, 0.665]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.408  # decimal (error at most 0.005) or expression
ds = [-4.086, 0, 0]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-12.258, -16.345], [0, 0], [0, 0]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-4.086, -4.086]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, -4.086], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, -4.086]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, -4.086], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, -4.086]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, -4.086, -8.172], [0, 0, -8.172], [-12.258, 0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, 0, -8.172], [-12.258, 0, 0], [-4.086, -8.172, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, -4.086, 4.086], [0, 0, -4.086, -8.172], [0, -4.086, 8.172, 4.086], [0, 4.086, -4.086, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0, 1.409, -0.183], [0, 1, 2.817], [1.226, -1, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0, 0, 0.817], [2.226, -1, -1], [-0.591, 1.817, 0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [10.355, 11.355]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

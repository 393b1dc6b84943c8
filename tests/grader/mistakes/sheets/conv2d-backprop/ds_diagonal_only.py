# %% Practice sheet, seed 452: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "452", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "452", "draw": 1, "parameters": {"x": [[2, 1, 2, 1], [0, 1, 1, 0], [3, 0, 1, 3], [3, 2, 1, 3]], "w1": [[0, 0, 0], [-1, 1, -1], [0, -1, 2]], "w2": [[1, -1, 1], [-1, 0, 0], [0, 0, 1]], "W": [[1, 1], [2, 0], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 9029ec826d5200ce

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 1, 2, 1], [0, 1, 1, 0], [3, 0, 1, 3], [3, 2, 1, 3]])
w1 = np.array([[0, 0, 0], [-1, 1, -1], [0, -1, 2]])
w2 = np.array([[1, -1, 1], [-1, 0, 0], [0, 0, 1]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 1
rate = 1/10

q1 = [[2, 5], [-4, 3]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[2, 5], [0, 3]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[4, 2], [-2, 3]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[4, 2], [0, 3]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [9, 10, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.4076  # decimal (error at most 0.005) or expression
ds = [-0.7553, 0, 0]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-3.7764, -3.0211], [0, 0], [0, 0]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.7553, -0.7553]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, -0.7553], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.7553, 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, -0.7553], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.7553, 0], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.7553, -1.5105, -0.7553], [-0.7553, -0.7553, 0], [0, -0.7553, -2.2658]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.5105, -0.7553, -1.5105], [0, -0.7553, -0.7553], [-2.2658, 0, -0.7553]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[-0.7553, 0.7553, -0.7553, 0], [0.7553, 0.7553, -0.7553, 0.7553], [0, 0, 0, -1.5105], [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0755, 0.1511, 0.0755], [-0.9245, 1.0755, -1], [0, -0.9245, 2.2266]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.1511, -0.9245, 1.1511], [-1, 0.0755, 0.0755], [0.2266, 0, 1.0755]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.3595, 5.5861]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

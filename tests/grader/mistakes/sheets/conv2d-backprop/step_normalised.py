# %% Practice sheet, seed 532: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "532", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "532", "draw": 1, "parameters": {"x": [[1, 1, 1, 0], [1, 0, 1, 2], [0, 3, 1, 0], [0, 1, 2, 0]], "w1": [[0, 1, 0], [-1, -1, 1], [-1, 0, 0]], "w2": [[0, 0, -1], [1, 1, 0], [1, -1, 0]], "W": [[1, 1], [-1, 2], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 7627c5b846439090

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 1, 0], [1, 0, 1, 2], [0, 3, 1, 0], [0, 1, 2, 0]])
w1 = np.array([[0, 1, 0], [-1, -1, 1], [-1, 0, 0]])
w2 = np.array([[0, 0, -1], [1, 1, 0], [1, -1, 0]])
W = np.array([[1, 1], [-1, 2], [0, 1]])
y = 2
rate = 1/10

q1 = [[1, -1], [-2, -4]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 0], [0, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-3, 3], [1, 1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 3], [1, 1]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [1, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 5, 3]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.665, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.408  # decimal (error at most 0.005) or expression
ds = [0.245, -0.335, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.245, 0.734], [-0.335, -1.004], [0.09, 0.27]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.579, -0.335]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.579, 0], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, -0.335], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.579, 0], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, -0.335], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.579, 0.579, 0.579], [0.579, 0, 0.579], [0, 1.738, 0.579]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.335, -0.335, 0], [0, -0.335, -0.67], [-1.004, -0.335, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0.579, 0, 0.335], [-0.579, -0.914, 0.245, 0], [-0.579, -0.335, 0.335, 0], [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.026, 0.974, -0.026], [-1.026, -1, 0.974], [-1, -0.077, -0.026]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.024, 0.024, -1], [1, 1.024, 0.049], [1.073, -0.976, 0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.613, 3.412]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

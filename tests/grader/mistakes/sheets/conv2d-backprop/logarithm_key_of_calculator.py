# %% Practice sheet, seed 3982: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3982", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "3982", "draw": 1, "parameters": {"x": [[1, 1, 2, 2], [0, 1, 2, 1], [0, 0, 1, 1], [3, 2, 2, 1]], "w1": [[-1, 0, 0], [0, 0, 0], [1, 0, 0]], "w2": [[0, 0, 0], [0, 0, -1], [1, 0, 0]], "W": [[2, -1], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: cf78fdf5b7ce10dc

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 2, 2], [0, 1, 2, 1], [0, 0, 1, 1], [3, 2, 2, 1]])
w1 = np.array([[-1, 0, 0], [0, 0, 0], [1, 0, 0]])
w2 = np.array([[0, 0, 0], [0, 0, -1], [1, 0, 0]])
W = np.array([[2, -1], [1, 0]])
y = 1
rate = 1/10

q1 = [[-1, -1], [3, 1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0], [3, 1]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, -1], [2, 1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [2, 1]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 3]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.731, 0.269]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 0.136  # decimal (error at most 0.005) or expression
ds = [-0.269, 0.269]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[-0.807, -0.538], [0.807, 0.538]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.269, 0.269]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0], [-0.269, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0], [0.269, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0], [-0.269, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0], [0.269, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0, -0.269, -0.538], [0.0, 0.0, -0.269], [-0.807, -0.538, -0.538]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, 0.269, 0.538], [0.0, 0.0, 0.269], [0.807, 0.538, 0.538]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 0.0, 0.0], [0.269, 0.0, 0.0, 0.0], [0.0, 0.0, -0.269, 0.0], [-0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1.0, 0.027, 0.054], [0.0, 0.0, 0.027], [1.081, 0.054, 0.054]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, -0.027, -0.054], [0.0, 0.0, -1.027], [0.919, -0.054, -0.054]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.619, 1.381]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

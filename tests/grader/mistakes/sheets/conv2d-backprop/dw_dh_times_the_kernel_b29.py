# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "2", "draw": 1, "parameters": {"x": [[1, 3, 1, 0], [0, 0, 1, 3], [3, 1, 1, 3], [2, 3, 0, 0]], "w1": [[1, 0, 0], [0, -1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 0, 0], [1, 0, -1]], "W": [[2, -1], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: da85db0c3bf5e326

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 3, 1, 0], [0, 0, 1, 3], [3, 1, 1, 3], [2, 3, 0, 0]])
w1 = np.array([[1, 0, 0], [0, -1, 0], [0, 0, 0]])
w2 = np.array([[0, 0, 0], [0, 0, 0], [1, 0, -1]])
W = np.array([[2, -1], [1, 0]])
y = 1
rate = 1/10

q1 = [[1, 2], [-1, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 2], [0, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, -2], [2, 3]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 0], [2, 3]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [1, 2]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.26894, 0.73106]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 1.31326  # decimal (error at most 0.005) or expression
ds = [-0.73106, 0.73106]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[-1.46212, -2.19318], [1.46212, 2.19318]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.73106, 0.73106]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, -0.73106], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, 0.73106]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, -0.73106], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, 0.73106]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.73106, -0.0, -0.0], [-0.0, 0.73106, -0.0], [-0.0, -0.0, -0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.73106, 0.0, -0.73106]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, -0.73106, 0.0, 0.0], [0, 0.0, 0.73106, 0.0], [0, 0.0, 0.0, 0.0], [0, 0.73106, 0.0, -0.73106]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.07311, 0.0, 0.0], [0.0, -1.07311, 0.0], [0.0, 0.0, 0.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.92689, 0.0, -0.92689]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [2.14621, 2.78068]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

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
h = ["3/4", "7/4"]  # vector of length 2, exact, such as 3 or "1/2"
s = ["-1/4", "3/4"]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.26894, 0.73106]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 1.31326  # decimal (error at most 0.005) or expression
ds = [-0.73106, 0.73106]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[-0.54829, -1.27935], [0.54829, 1.27935]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.73106, 0.73106]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[-0.18276, -0.18276], [-0.18276, -0.18276]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.18276, 0.18276], [0.18276, 0.18276]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[-0.18276, -0.18276], [-0.0, -0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.18276, 0.0], [0.18276, 0.18276]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.73106, -0.73106, -0.18276], [0.0, -0.18276, -0.73106], [-0.73106, -0.36553, -0.73106]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.18276, 0.73106, 0.91382], [0.73106, 0.36553, 0.91382], [1.46212, 0.73106, 0.18276]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[-0.18276, -0.18276, 0.0, 0.0], [0.0, 0.18276, 0.18276, 0.0], [0.18276, 0.0, -0.18276, 0.0], [0.18276, 0.18276, -0.18276, -0.18276]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.07311, 0.07311, 0.01828], [0.0, -0.98172, 0.07311], [0.07311, 0.03655, 0.07311]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.01828, -0.07311, -0.09138], [-0.07311, -0.03655, -0.09138], [0.85379, -0.07311, -1.01828]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1.14294, 0.98239]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "4", "draw": 1, "parameters": {"x": [[0, 2, 3, 1], [0, 0, 2, 0], [0, 3, 1, 3], [3, 2, 2, 0]], "w1": [[0, 0, 0], [-1, 0, 0], [0, 1, 0]], "w2": [[1, 0, 0], [0, 0, -1], [0, 0, 0]], "W": [[-1, 2], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: c76dd752c6a49242

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 3, 1], [0, 0, 2, 0], [0, 3, 1, 3], [3, 2, 2, 0]])
w1 = np.array([[0, 0, 0], [-1, 0, 0], [0, 1, 0]])
w2 = np.array([[1, 0, 0], [0, 0, -1], [0, 0, 0]])
W = np.array([[-1, 2], [0, 1]])
y = 2
rate = 1/10

q1 = [[3, 1], [2, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 1], [2, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, 2], [-1, -3]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 2], [0, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [1, 2]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.26894, 0.73106]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 0.31326  # decimal (error at most 0.005) or expression
ds = [0.26894, -0.26894]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[0.80682, 0.53788], [-0.80682, -0.53788]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.26894, 0.26894]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[-0.06724, -0.06724], [-0.06724, -0.06724]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.06724, 0.06724], [0.06724, 0.06724]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[-0.06724, -0.06724], [-0.06724, -0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.06724], [0.0, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.13447, -0.33618, -0.40341], [0.0, -0.33618, -0.20171], [-0.40341, -0.40341, -0.40341]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.13447, 0.20171, 0.06724], [0.0, 0.13447, 0.0], [0.20171, 0.06724, 0.20171]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.06724, 0.0, 0.0], [0.06724, 0.06724, 0.0, -0.06724], [0.06724, -0.06724, -0.06724, 0.0], [0.0, -0.06724, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.01345, 0.03362, 0.04034], [-1.0, 0.03362, 0.02017], [0.04034, 1.04034, 0.04034]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.98655, -0.02017, -0.00672], [0.0, -0.01345, -1.0], [-0.02017, -0.00672, -0.02017]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.38997, 1.75123]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

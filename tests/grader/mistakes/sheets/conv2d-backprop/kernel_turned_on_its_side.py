# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "411", "draw": 1, "parameters": {"x": [[0, 3, 2, 2, 0], [1, 0, 2, 3, 3], [2, 1, 2, 1, 3], [0, 1, 0, 0, 3], [0, 0, 2, 0, 2]], "w1": [[0, 0, 0], [1, 2, -1], [-1, -1, 0]], "w2": [[-1, 1, 0], [-1, 0, 0], [1, 1, 0]], "W": [[1, 1], [-1, 2], [2, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 8fb98ee49946dea3

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 2, 2, 0], [1, 0, 2, 3, 3], [2, 1, 2, 1, 3], [0, 1, 0, 0, 3], [0, 0, 2, 0, 2]])
w1 = np.array([[0, 0, 0], [1, 2, -1], [-1, -1, 0]])
w2 = np.array([[-1, 1, 0], [-1, 0, 0], [1, 1, 0]])
W = np.array([[1, 1], [-1, 2], [2, 0]])
y = 1
rate = 1/10

q1 = [[-4, -2, 2], [1, 3, 1], [2, -1, -5]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0, 2], [1, 3, 1], [2, 0, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 0, 1], [5, 3, 3], [-1, -1, 3]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 0, 1], [5, 3, 3], [0, 0, 3]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 7, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.6652, 0.2447, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [-0.3348, 0.2447, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-1.0043, -1.6738], [0.7342, 1.2236], [0.2701, 0.4502]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.3994, 0.1547]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0, 0.0], [0.0, -0.3994, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0, 0.0], [0.1547, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0, 0.0], [0.0, -0.3994, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0, 0.0], [0.1547, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0, -0.7989, -1.1983], [-0.3994, -0.7989, -0.3994], [-0.3994, 0.0, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.1547, 0.0, 0.3094], [0.3094, 0.1547, 0.3094], [0.0, 0.1547, 0.0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 0.0, 0.0, 0.0], [-0.1547, 0.1547, 0.0, 0.0, 0.0], [-0.1547, -0.3994, -0.7989, 0.3994, 0.0], [0.1547, 0.5541, 0.3994, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0, 0.0799, 0.1198], [1.0399, 2.0799, -0.9601], [-0.9601, -1.0, 0.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1.0155, 1.0, -0.0309], [-1.0309, -0.0155, -0.0309], [1.0, 0.9845, 0.0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.7989, 4.9072]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "411", "draw": 1, "parameters": {"x": [[1, 1, 0, 2], [0, 0, 0, 2], [1, 1, 1, 1], [1, 1, 1, 0]], "w1": [[0, 1, -1], [-1, 0, 2], [0, 0, 1]], "w2": [[0, 1, -1], [0, -1, 0], [1, 0, -1]], "W": [[1, 0], [1, 1], [0, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 5e8cde2238d93684

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 0, 2], [0, 0, 0, 2], [1, 1, 1, 1], [1, 1, 1, 0]])
w1 = np.array([[0, 1, -1], [-1, 0, 2], [0, 0, 1]])
w2 = np.array([[0, 1, -1], [0, -1, 0], [1, 0, -1]])
W = np.array([[1, 0], [1, 1], [0, 2]])
y = 2
rate = 1/10

q1 = [[2, 3], [2, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[2, 3], [2, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, -2], [-1, -2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 0], [0, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 1]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 4, 2]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.3348, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.7342, 0.2447], [-1.0043, -0.3348], [0.2701, 0.09]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.09, -0.1547]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, -0.09], [0.0, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.1547, 0.0], [0.0, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[-0.09, -0.09], [-0.09, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.1547, 0.0], [0.0, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.1801, -0.09, -0.1801], [-0.09, -0.09, -0.2701], [-0.2701, -0.2701, -0.2701]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.1547, -0.1547, 0.0], [0.0, 0.0, 0.0], [-0.1547, -0.1547, -0.1547]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, -0.2447, 0.1547, 0.09], [0.09, 0.1547, -0.09, -0.1801], [-0.0647, 0.0, -0.1154, -0.09], [0.0, 0.0, -0.09, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.018, 1.009, -0.982], [-0.991, 0.009, 2.027], [0.027, 0.027, 1.027]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0155, 1.0155, -1.0], [0.0, -1.0, 0.0], [1.0155, 0.0155, -0.9845]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.1891, 1.0773]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

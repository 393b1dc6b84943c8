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
p = [0.0045, 0.0122, 0.0016]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 4.4076  # decimal (error at most 0.005) or expression
ds = [0.0045, -0.9878, 0.0016]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.0134, 0.0045], [-2.9634, -0.9878], [0.0049, 0.0016]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.9833, -0.9845]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, -0.9833], [0.0, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.9845, 0.0], [0.0, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, -0.9833], [0.0, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.9845, 0.0], [0.0, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.9833, 0.0, -1.9667], [0.0, 0.0, -1.9667], [-0.9833, -0.9833, -0.9833]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.9845, -0.9845, 0.0], [0.0, 0.0, 0.0], [-0.9845, -0.9845, -0.9845]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, -0.9845, 0.0012, 0.9833], [0.0, 1.9679, 0.0, -1.9667], [-0.9845, 0.0, 0.9845, -0.9833], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0983, 1.0, -0.8033], [-1.0, 0.0, 2.1967], [0.0983, 0.0983, 1.0983]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0985, 1.0985, -1.0], [0.0, -1.0, 0.0], [1.0985, 0.0985, -0.9015]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.18, 1.4923]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

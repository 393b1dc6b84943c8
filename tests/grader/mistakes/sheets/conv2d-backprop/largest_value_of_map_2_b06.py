# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "3", "draw": 1, "parameters": {"x": [[1, 0, 0, 2, 3], [2, 1, 2, 1, 0], [1, 1, 2, 0, 3], [2, 2, 1, 1, 2], [3, 0, 3, 3, 0]], "w1": [[1, -1, 2], [0, 0, 0], [0, -1, -1]], "w2": [[0, 1, 0], [0, 1, 0], [1, -1, -1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 2dbf011d859bc1c4

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 0, 2, 3], [2, 1, 2, 1, 0], [1, 1, 2, 0, 3], [2, 2, 1, 1, 2], [3, 0, 3, 3, 0]])
w1 = np.array([[1, -1, 2], [0, 0, 0], [0, -1, -1]])
w2 = np.array([[0, 1, 0], [0, 1, 0], [1, -1, -1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 2
rate = 1/10

q1 = [[-2, 2, 1], [2, -1, -2], [1, -7, 5]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 2, 1], [2, 0, 0], [1, 0, 5]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-1, 1, 2], [1, 4, -1], [3, -3, 1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 1, 2], [1, 4, 0], [3, 0, 1]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [5, 7, 3]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.11731, 0.86681, 0.01588]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.14293  # decimal (error at most 0.005) or expression
ds = [0.11731, -0.13319, 0.01588]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.58655, 0.35193], [-0.66593, -0.39956], [0.07938, 0.04763]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.14906, 0.14906]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0, 0, -0.14906]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0.14906, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0, 0, -0.14906]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0.14906, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.29813, 0.0, -0.44719], [-0.14906, -0.14906, -0.29813], [-0.44719, -0.44719, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.14906, 0.14906, 0.29813], [0.29813, 0.29813, 0.14906], [0.44719, 0.0, 0.44719]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0.0, 0.14906, -0.14906, 0.14906, -0.29813], [0.0, 0.14906, 0.0, 0.0, 0.0], [0.14906, -0.14906, -0.14906, 0.14906, 0.14906]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.02981, -1.0, 2.04472], [0.01491, 0.01491, 0.02981], [0.04472, -0.95528, -1.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.01491, 0.98509, -0.02981], [-0.02981, 0.97019, -0.01491], [0.95528, -1.0, -1.04472]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [5.55153, 3.70187]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 488: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "488", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "488", "draw": 1, "parameters": {"x": [[0, 2, 3, 3, 1], [0, 2, 1, 0, 1], [1, 1, 0, 1, 0], [0, 2, 3, 0, 2], [1, 0, 0, 1, 3]], "w1": [[0, 1, 2], [0, 2, 0], [1, 0, -1]], "w2": [[1, 0, 1], [2, -1, 0], [0, 0, 2]], "W": [[1, 1], [0, 2], [2, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 8e4ab40401a10169

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 3, 3, 1], [0, 2, 1, 0, 1], [1, 1, 0, 1, 0], [0, 2, 3, 0, 2], [1, 0, 0, 1, 3]])
w1 = np.array([[0, 1, 2], [0, 2, 0], [1, 0, -1]])
w2 = np.array([[1, 0, 1], [2, -1, 0], [0, 0, 2]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 1
rate = 1/10

q1 = [[13, 11, 5], [3, 3, 5], [6, 7, -2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[13, 11, 5], [3, 3, 5], [6, 7, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, 10, 6], [8, 4, 5], [-1, 5, 12]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 10, 6], [8, 4, 5], [0, 5, 12]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [13, 12]  # vector of length 2, exact, such as 3 or "1/2"
s = [25, 24, 26]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.09, 0.665]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.408  # decimal (error at most 0.005) or expression
ds = [-0.755, 0.09, 0.665]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-9.819, -9.063], [1.17, 1.08], [8.648, 7.983]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.575, -0.575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.575, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0, 0, -0.575]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[7.478, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0, 0, -6.903]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, 14.955, 22.433], [0, 14.955, 7.478], [7.478, 7.478, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, -6.903, 0], [-20.708, 0, -13.805], [0, -6.903, -20.708]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 7.478, 14.955, 0, 0], [0, 14.955, 0, 0, 0], [7.478, 0, -14.38, 0, -6.903], [0, 0, -13.805, 6.903, 0], [0, 0, 0, 0, -13.805]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0, -0.496, -0.243], [0, 0.504, -0.748], [0.252, -0.748, -1]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1, 0.69, 1], [4.071, -1, 1.381], [0, 0.69, 4.071]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.27, 28.566]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 524: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "524", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "524", "draw": 1, "parameters": {"x": [[1, 0, 3, 1, 1], [3, 2, 3, 3, 3], [0, 0, 0, 3, 0], [3, 3, 1, 1, 0], [1, 2, 2, 2, 1]], "w1": [[0, -1, 0], [0, 0, 1], [1, 1, 1]], "w2": [[0, 2, -1], [0, -1, 0], [1, 0, -1]], "W": [[0, 1], [1, 0], [-1, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 8a7d27bf3d1fe153

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 3, 1, 1], [3, 2, 3, 3, 3], [0, 0, 0, 3, 0], [3, 3, 1, 1, 0], [1, 2, 2, 2, 1]])
w1 = np.array([[0, -1, 0], [0, 0, 1], [1, 1, 1]])
w2 = np.array([[0, 2, -1], [0, -1, 0], [1, 0, -1]])
W = np.array([[0, 1], [1, 0], [-1, 2]])
y = 3
rate = 1/10

q1 = [[3, 3, 5], [5, 5, -1], [6, 7, 2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 3, 5], [5, 5, 0], [6, 7, 2]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-5, -1, -2], [3, 5, 1], [-4, -4, 6]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0, 0], [3, 5, 1], [0, 0, 6]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 7, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.665, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.408  # decimal (error at most 0.005) or expression
ds = [0.245, 0.665, -0.91]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.713, 1.468], [4.657, 3.991], [-6.37, -5.46]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.575, -1.575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0, 1.575, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0, 0, -1.575]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0, 1.575, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0, 0, -1.575]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[1.575, 1.575, 1.575], [1.575, 1.575, 1.575], [1.575, 1.575, 1.575]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.575, -1.575, -1.575], [-1.575, -1.575, -1.575], [-1.575, -1.575, -1.575]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, -1.575, -3.15, 1.575], [0, 0, 0, 3.15, 0], [0, 1.575, 0, 1.575, 1.575]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.158, -1.158, -0.158], [-0.158, -0.158, 0.842], [0.842, 0.842, 0.842]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.158, 2.158, -0.842], [0.158, -0.842, 0.158], [1.158, 0.158, -0.842]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.795, 7.575]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

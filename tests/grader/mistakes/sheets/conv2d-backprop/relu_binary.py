# %% Practice sheet, seed 410: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "410", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "410", "draw": 1, "parameters": {"x": [[1, 3, 0, 3, 0], [0, 1, 3, 1, 0], [0, 0, 0, 1, 2], [0, 0, 2, 1, 3], [3, 0, 3, 1, 0]], "w1": [[0, 2, 1], [0, 0, 2], [-1, 0, -1]], "w2": [[0, 0, -1], [1, 0, 2], [2, 0, 1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 308dbba3302fa919

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 3, 0, 3, 0], [0, 1, 3, 1, 0], [0, 0, 0, 1, 2], [0, 0, 2, 1, 3], [3, 0, 3, 1, 0]])
w1 = np.array([[0, 2, 1], [0, 0, 2], [-1, 0, -1]])
w2 = np.array([[0, 0, -1], [1, 0, 2], [2, 0, 1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 1
rate = 1/10

q1 = np.array([[12, 4, 4], [3, 8, 1], [-2, 2, 7]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[1, 1, 1], [1, 1, 1], [0, 1, 1]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[6, 1, 5], [-1, 2, 11], [13, 2, 12]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[1, 1, 1], [0, 1, 1], [1, 1, 1]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [1, 1]  # vector of length 2, exact, such as 3 or "1/2"
s = [1, 1, 1]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.33333, 0.33333, 0.33333]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.09861  # decimal (error at most 0.005) or expression
ds = [-0.66667, 0.33333, 0.33333]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[-0.66667, -0.66667], [0.33333, 0.33333], [0.33333, 0.33333]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0, 0]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0, 2, 1], [0, 0, 2], [-1, 0, -1]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[0, 0, -1], [1, 0, 2], [2, 0, 1]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1, 1]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 472: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "472", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "472", "draw": 1, "parameters": {"x": [[1, 0, 1, 0, 2], [3, 3, 0, 2, 2], [3, 0, 3, 2, 3], [2, 3, 1, 0, 1], [2, 1, 0, 2, 1]], "w1": [[-1, 2, 1], [0, 0, 0], [0, 2, -1]], "w2": [[-1, -1, 0], [2, -1, 1], [0, 0, 0]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 521332e7b83f2864

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 1, 0, 2], [3, 3, 0, 2, 2], [3, 0, 3, 2, 3], [2, 3, 1, 0, 1], [2, 1, 0, 2, 1]])
w1 = np.array([[-1, 2, 1], [0, 0, 0], [0, 2, -1]])
w2 = np.array([[-1, -1, 0], [2, -1, 1], [0, 0, 0]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 1
rate = 1/10

q1 = [[-3, 6, 2], [8, 1, 5], [2, 6, 7]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 6, 2], [8, 1, 5], [2, 6, 7]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 7, -1], [3, -4, 5], [-1, 2, -2]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 7, 0], [3, 0, 5], [0, 2, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 7]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 6, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.09, 0.665]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.408  # decimal (error at most 0.005) or expression
ds = [-0.755, 0.09, 0.665]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-6.042, -5.287], [0.72, 0.63], [5.322, 4.657]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.575, -0.575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.064, 0.064, 0.064], [0.064, 0.064, 0.064], [0.064, 0.064, 0.064]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.064, -0.064, -0.064], [-0.064, -0.064, -0.064], [-0.064, -0.064, -0.064]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0.064, 0.064], [0.064, 0.064, 0.064], [0.064, 0.064, 0.064]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.064, -0.064, 0], [-0.064, 0, -0.064], [0, -0.064, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.831, 0.703, 0.895], [0.959, 0.703, 0.895], [0.767, 0.767, 0.639]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.256, -0.575, -0.32], [-0.959, -0.383, -0.511], [-0.447, -0.383, -0.575]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.064, 0.064, 0.128, 0.192, 0.064], [-0.128, 0.064, 0.192, 0.192, 0.064], [-0.192, 0.192, 0.128, 0.32, -0.064], [0, 0, 0.128, 0, -0.064], [0, 0.128, 0.064, 0.064, -0.064]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1.083, 1.93, 0.911], [-0.096, -0.07, -0.089], [-0.077, 1.923, -1.064]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.974, -0.942, 0.032], [2.096, -0.962, 1.051], [0.045, 0.038, 0.058]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.536, 7.677]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

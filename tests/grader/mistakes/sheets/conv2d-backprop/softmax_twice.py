# %% Practice sheet, seed 430: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "430", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "430", "draw": 1, "parameters": {"x": [[1, 0, 3, 1, 2], [2, 3, 1, 0, 1], [2, 1, 0, 3, 3], [2, 0, 1, 1, 0], [1, 0, 0, 3, 1]], "w1": [[0, -1, 0], [-1, 2, 0], [1, 1, 0]], "w2": [[0, 1, 0], [1, 2, 0], [0, 1, -1]], "W": [[1, 1], [0, 2], [2, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: ae7e7c0ac559bf71

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 3, 1, 2], [2, 3, 1, 0, 1], [2, 1, 0, 3, 3], [2, 0, 1, 1, 0], [1, 0, 0, 3, 1]])
w1 = np.array([[0, -1, 0], [-1, 2, 0], [1, 1, 0]])
w2 = np.array([[0, 1, 0], [1, 2, 0], [0, 1, -1]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 2
rate = 1/10

q1 = [[7, -3, 1], [-1, -1, 8], [-2, 2, 1]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[7, 0, 1], [0, 0, 8], [0, 2, 1]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[9, 5, 2], [6, 2, 7], [3, -1, 8]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[9, 5, 2], [6, 2, 7], [3, 0, 8]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 9]  # vector of length 2, exact, such as 3 or "1/2"
s = [17, 18, 16]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2959, 0.4506, 0.2535]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.7972  # decimal (error at most 0.005) or expression
ds = [0.2959, -0.5494, 0.2535]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[2.3673, 2.6632], [-4.3953, -4.9447], [2.028, 2.2815]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.8029, -0.8029]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0.8029], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.8029, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0.8029], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.8029, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.8029, 0, 0.8029], [0, 2.4087, 2.4087], [0.8029, 0.8029, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.8029, 0, -2.4087], [-1.6058, -2.4087, -0.8029], [-1.6058, -0.8029, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, -0.8029, 0, 0, 0], [-0.8029, -1.6058, 0, -0.8029, 0], [0, -0.8029, 0, 1.6058, 0], [0, 0, 0.8029, 0.8029, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.0803, -1, -0.0803], [-1, 1.7591, -0.2409], [0.9197, 0.9197, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0803, 1, 0.2409], [1.1606, 2.2409, 0.0803], [0.1606, 1.0803, -1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.2336, 11.3284]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

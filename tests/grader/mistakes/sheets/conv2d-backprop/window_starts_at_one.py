# %% Practice sheet, seed 339: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "339", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "339", "draw": 1, "parameters": {"x": [[1, 1, 0, 3], [0, 1, 2, 1], [0, 3, 2, 1], [2, 0, 3, 1]], "w1": [[0, 0, 0], [0, 0, 0], [0, -1, 1]], "w2": [[0, 0, 0], [0, 0, 0], [1, 0, -1]], "W": [[-1, 2], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: ebc16e3250b57a39

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 0, 3], [0, 1, 2, 1], [0, 3, 2, 1], [2, 0, 3, 1]])
w1 = np.array([[0, 0, 0], [0, 0, 0], [0, -1, 1]])
w2 = np.array([[0, 0, 0], [0, 0, 0], [1, 0, -1]])
W = np.array([[-1, 2], [0, 1]])
y = 2
rate = 1/10

q1 = [[-1, 0], [-2, 0]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0], [0, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 0], [-1, 0]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 0], [0, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [0, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 2]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.8808, 0.1192]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 2.1269  # decimal (error at most 0.005) or expression
ds = [0.8808, -0.8808]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[0.0, 1.7616], [0.0, -1.7616]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.8808, 0.8808]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[-0.8808, 0.0], [0.0, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.8808, 0.0], [0.0, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0], [0.0, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.8808, 0.0], [0.0, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.8808, 0.8808, 0.0], [0.0, 0.8808, 1.7616], [0.0, 2.6424, 1.7616]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0], [0.8808, 0.0, -0.8808, 0.0], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, -1.0, 1.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.0881, -0.0881, 0.0], [0.0, -0.0881, -0.1762], [1.0, -0.2642, -1.1762]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.0, 0.855]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 535: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "535", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "535", "draw": 1, "parameters": {"x": [[1, 1, 3, 1, 1], [0, 0, 0, 0, 1], [0, 1, 0, 1, 2], [3, 2, 2, 1, 2], [2, 1, 0, 3, 3]], "w1": [[-1, -1, 0], [1, 2, 0], [0, 0, 1]], "w2": [[2, 0, 0], [0, -1, 1], [0, 2, -1]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: de704609fab7a186

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 3, 1, 1], [0, 0, 0, 0, 1], [0, 1, 0, 1, 2], [3, 2, 2, 1, 2], [2, 1, 0, 3, 3]])
w1 = np.array([[-1, -1, 0], [1, 2, 0], [0, 0, 1]])
w2 = np.array([[2, 0, 0], [0, -1, 1], [0, 2, -1]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 1
rate = 1/10

q1 = [[-2, -3, -2], [4, 2, 4], [6, 8, 6]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0, 0], [4, 2, 4], [6, 8, 6]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[4, 1, 7], [1, 4, 1], [2, -2, 4]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[4, 1, 7], [1, 4, 1], [2, 0, 4]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 7]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 6, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.4076  # decimal (error at most 0.005) or expression
ds = [-0.7553, 0.09, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-6.0422, -5.2869], [0.7202, 0.6302], [5.3219, 4.6567]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0, -0.7553]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, -0.7553], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, -0.7553], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-2.2658, -0.7553, -0.7553], [0, 0, -0.7553], [0, -0.7553, -1.5105]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, -1.5105, 0, 0], [0, 0, 0, 0.7553, -0.7553], [0, 0, 0, -1.5105, 0.7553], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1, -1, 0], [1, 2, 0], [0, 0, 1]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[2.2266, 0.0755, 0.0755], [0, -1, 1.0755], [0, 2.0755, -0.8489]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [8, 8.284]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

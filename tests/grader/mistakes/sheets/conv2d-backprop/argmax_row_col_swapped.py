# %% Practice sheet, seed 474: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "474", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "474", "draw": 1, "parameters": {"x": [[0, 0, 3, 3], [2, 0, 0, 1], [0, 1, 1, 2], [2, 2, 0, 0]], "w1": [[-1, 1, 1], [0, 0, -1], [0, -1, 0]], "w2": [[1, 2, -1], [-1, 0, 2], [0, 0, 0]], "W": [[1, 1], [2, 0], [0, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 63bf78e52e5e5826

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 3, 3], [2, 0, 0, 1], [0, 1, 1, 2], [2, 2, 0, 0]])
w1 = np.array([[-1, 1, 1], [0, 0, -1], [0, -1, 0]])
w2 = np.array([[1, 2, -1], [-1, 0, 2], [0, 0, 0]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 3
rate = 1/10

q1 = [[2, 4], [-5, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[2, 4], [0, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-5, 5], [4, 2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 5], [4, 2]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [9, 8, 10]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, 0.09, -0.3348]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.9789, 1.2236], [0.3601, 0.4502], [-1.339, -1.6738]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.4248, -0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0.4248, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [-0.4248, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [-0.4248, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.8496, 0, 0], [0, -0.4248, -0.4248], [-0.8496, -0.8496, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [-0.4248, -0.8496, 0.4248, 0], [0.4248, 0, -0.8496, 0], [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1, 1, 1], [0, 0, -1], [0, -1, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.085, 2, -1], [-1, 0.0425, 2.0425], [0.085, 0.085, 0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4, 5.2124]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

# %% Practice sheet, seed 90210: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "90210", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "90210", "draw": 1, "parameters": {"x": [[1, 3, 1, 2], [0, 1, 1, 0], [1, 0, 2, 1], [0, 2, 2, 3]], "w1": [[0, 1, 1], [0, 2, -1], [0, 0, -1]], "w2": [[0, -1, 0], [0, -1, 1], [1, 2, 0]], "W": [[2, 0], [1, 1], [0, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: d2c045d196407232

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 3, 1, 2], [0, 1, 1, 0], [1, 0, 2, 1], [0, 2, 2, 3]])
w1 = np.array([[0, 1, 1], [0, 2, -1], [0, 0, -1]])
w2 = np.array([[0, -1, 0], [0, -1, 1], [1, 2, 0]])
W = np.array([[2, 0], [1, 1], [0, 2]])
y = 3
rate = 1/10

q1 = [[3, 4], [-2, 1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 4], [0, 1]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, 2], [5, 4]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 2], [5, 4]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 9, 10]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.09, 0.2447, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.09, 0.2447, -0.3348]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.3601, 0.4502], [0.9789, 1.2236], [-1.339, -1.6738]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.4248, -0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.4248], [0.0, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0], [-0.4248, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.4248], [0.0, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0], [-0.4248, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.4248, 1.2744, 0.4248], [0.0, 0.4248, 0.4248], [0.4248, 0.0, 0.8496]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.4248, -1.2744, -0.4248], [0.0, -0.4248, -0.4248], [-0.4248, 0.0, -0.8496]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 0.4248, 0.4248], [0.0, 0.4248, 0.8496, -0.4248], [0.0, 0.4248, -0.4248, -0.4248], [-0.4248, -0.8496, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.0425, 0.8726, 0.9575], [0.0, 1.9575, -1.0425], [-0.0425, 0.0, -1.085]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0425, -0.8726, 0.0425], [0.0, -0.9575, 1.0425], [1.0425, 2.0, 0.085]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.5327, 5.4248]  # h′: vector of length 2, decimals (error at most 0.005) or expressions

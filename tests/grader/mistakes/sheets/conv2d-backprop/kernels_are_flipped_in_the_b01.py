# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "3", "draw": 1, "parameters": {"x": [[0, 3, 1, 0], [3, 1, 0, 2], [3, 3, 2, 3], [0, 1, 1, 3]], "w1": [[-1, -1, 0], [0, 2, 0], [-1, 0, 1]], "w2": [[1, -1, -1], [0, 1, 0], [0, 0, -1]], "W": [[1, 0], [0, 1], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 919956a0fbe651ab

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 1, 0], [3, 1, 0, 2], [3, 3, 2, 3], [0, 1, 1, 3]])
w1 = np.array([[-1, -1, 0], [0, 2, 0], [-1, 0, 1]])
w2 = np.array([[1, -1, -1], [0, 1, 0], [0, 0, -1]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 1
rate = 1/10

q1 = [[-4, -2], [7, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0], [7, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-3, -5], [0, 2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [0, 2]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 2, 12]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.00669, 5e-05, 0.99326]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 5.00676  # decimal (error at most 0.005) or expression
ds = [-0.99331, 5e-05, 0.99326]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-6.95315, -1.98661], [0.00032, 9e-05], [6.95284, 1.98652]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.99322, -0.99322]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0.99322, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, -0.99322]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0.99322, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, -0.99322]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[2.97965, 0.99322, 0.0], [2.97965, 2.97965, 1.98643], [0.0, 0.99322, 0.99322]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.99322, 0.0, -1.98643], [-2.97965, -1.98643, -2.97965], [-0.99322, -0.99322, -2.97965]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [-0.99322, -1.98643, 0.99322, 0.99322], [0.0, 1.98643, -0.99322, 0.0], [-0.99322, 0.0, 0.99322, 0.99322]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1.29797, -1.09932, 0.0], [-0.29797, 1.70203, -0.19864], [-1.0, -0.09932, 0.90068]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.09932, -1.0, -0.80136], [0.29797, 1.19864, 0.29797], [0.09932, 0.09932, -0.70203]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.11967, 5.1783]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
